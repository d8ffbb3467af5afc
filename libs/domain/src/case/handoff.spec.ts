import { describe, expect, it } from '@jest/globals';
import { decline } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { acceptHandoff, awaitingHandoff, makeCase } from '../testing/make-case.ts';
import { person, worker } from '../testing/town-people.ts';

// 2026-06-01 is a Monday; June 2026 has no 祝日.
describe('つなぎ', () => {
  it('[R12] asks again three and one 開庁日 before the date, tells the superior one after, and ends in silence, never in an acceptance', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    expect(desk.obligation(ref, 'handoff-answer')).toMatchObject({
      askedOn: '2026-06-01',
      dueOn: '2026-06-08',
      holder: { agency: 'office', post: 'staff' },
      blocking: true,
    });
    desk.passTo('2026-06-14');
    expect(desk.told(ref)).toEqual([
      '2026-06-01 handoff-sent office/desk',
      '2026-06-03 reminder office/desk',
      '2026-06-05 reminder office/desk',
      '2026-06-09 escalation office/head',
    ]);
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'awaiting', expired: false });
    desk.passTo('2026-07-31');
    expect(desk.case(ref)).toMatchObject({ stage: 'handoff', leadAgency: 'houkatsu' });
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'awaiting', expired: true, answers: 0 });
    expect(desk.told(ref)).toHaveLength(4);
  });

  it('[R77] counts 多機関協働 相談受付 once a case: by the first つなぎ to the coordinating body, or by an intake there', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    desk.done(ref, say.sendHandoff(desk, { to: 'kikan' }), worker);
    expect(desk.counted(ref)).toEqual(['intake', 'intake.withoutConsent']);
    decline(made);
    desk.done(ref, say.sendHandoff(desk), worker);
    decline(made);
    desk.done(ref, say.sendHandoff(desk), worker);
    expect(desk.counted(ref)).toEqual(['intake', 'intake.withoutConsent', 'coordinationIntake']);

    const there = desk.newRef('support-case');
    desk.done(there, say.openCase(desk, { version: 'withConsent' }));
    desk.done(there, say.screen(desk));
    desk.done(there, say.sendHandoff(desk));
    expect(desk.counted(there)).toEqual(['intake', 'coordinationIntake']);
  });

  it('[R12] declined, leaves the case where it is while another つなぎ waits, which carries it on', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    desk.done(ref, say.sendHandoff(desk, { to: 'kikan', main: false, purpose: 'takeOver' }), worker);
    desk.done(ref, say.sendHandoff(desk), worker);
    const asked = (to: string): string => desk.case(ref).handoffs.find((one) => one.to === to)?.id ?? '';
    desk.done(ref, {
      type: 'decline-handoff',
      handoffId: asked('office'),
      reason: 'noCapacity',
      suggestion: 'jointVisit',
      answerText: 'text-why',
    });
    expect(desk.case(ref).stage).toBe('handoff');
    expect(desk.case(ref).handoffs.find(({ to }) => to === 'office')).toMatchObject({
      state: 'declined',
      reason: 'noCapacity',
      suggestion: 'jointVisit',
      answerText: 'text-why',
    });
    expect(desk.told(ref, 'handoff-declined')).toEqual(['2026-06-01 handoff-declined houkatsu/desk']);
    expect(desk.obligation(ref, 'handoff-answer')).toMatchObject({ blocking: true, holder: { agency: 'kikan' } });
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'awaiting' });
    desk.done(ref, { type: 'accept-handoff', handoffId: asked('kikan'), answerText: null }, person('kikan', 'staff'));
    expect(desk.case(ref)).toMatchObject({ stage: 'accepted', leadAgency: 'kikan' });
  });

  it('declined and none waits any more, is back with its sender', () => {
    const made = makeCase({ stage: 'handoff' });
    decline(made);
    expect(made.desk.case(made.ref).stage).toBe('screening');
  });

  it('[R12][R16] keeps the sender responsible until the receiver accepts, and a participant after', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    desk.done(ref, say.sendHandoff(desk, { purpose: 'takeOver' }), worker);
    expect(desk.case(ref)).toMatchObject({ leadAgency: 'houkatsu', personInCharge: { agency: 'houkatsu' } });
    acceptHandoff(made);
    const { leadAgency, personInCharge, participants } = desk.case(ref);
    expect(leadAgency).toBe('office');
    expect(personInCharge).toEqual({ agency: 'office', membershipId: 'member-office-coordinator' });
    expect(participants.map(({ agency, releasedOn }) => [agency, releasedOn])).toEqual([
      ['houkatsu', null],
      ['office', null],
    ]);
    expect(desk.told(ref, 'handoff-accepted')).toEqual(['2026-06-01 handoff-accepted houkatsu/desk']);
  });

  it('[R16] leaves the lead where it is when the receiver only joins', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    expect(desk.case(ref)).toMatchObject({
      leadAgency: 'houkatsu',
      personInCharge: { membershipId: 'member-houkatsu-staff' },
    });
  });

  it('[R12] releases the sender by a recorded decision only, and not while it leads, awaits an answer or owes something', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    const release = (agency: string): string =>
      desk.answer(ref, { type: 'release-agency', agency, reasonText: 'text-0' });
    desk.done(ref, say.sendHandoff(desk, { purpose: 'takeOver' }), worker);
    expect(release('houkatsu')).toBe('participant.is-lead');
    acceptHandoff(made);
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }), worker);
    expect(release('houkatsu')).toBe('participant.handoff-unanswered');
    decline(made);
    expect(release('kikan')).toBe('participant.not-there');
    desk.done(ref, { type: 'release-agency', agency: 'houkatsu', reasonText: desk.id('text') });
    expect(desk.wholeCase(ref).participants[0]).toMatchObject({ agency: 'houkatsu', releasedOn: '2026-06-01' });
    expect(release('houkatsu')).toBe('participant.not-there');
    expect(desk.told(ref, 'agency-released')).toEqual(['2026-06-01 agency-released houkatsu/desk']);
  });

  it('[R12] has an agency that is reached by phone told by the secretariat that it is released', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'minsei' }));
    const handoffId = desk.case(ref).handoffs.at(-1)?.id;
    desk.done(ref, { type: 'accept-handoff', handoffId, answerText: null, heard: 'phone' });
    expect(desk.case(ref).calls.filter(({ kind }) => kind === 'agency-released')).toEqual([]);
    desk.done(ref, { type: 'release-agency', agency: 'minsei', reasonText: desk.id('text') });
    expect(desk.case(ref).calls.at(-1)).toMatchObject({
      kind: 'agency-released',
      agency: 'minsei',
      to: 'desk',
      why: 'noMail',
      owed: null,
    });
  });

  it('[R12] does not release an agency that still owes a sheet', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }));
    desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs[1]?.id, answerText: null });
    desk.done(ref, say.consents(desk));
    desk.system(ref, 'ask-for-sheets');
    const release = { type: 'release-agency', agency: 'kikan', reasonText: 'text-0' };
    expect(desk.answer(ref, release)).toBe('participant.still-owes');
    desk.done(ref, { type: 'submit-sheet', agency: 'kikan', text: desk.id('text') });
    expect(desk.answer(ref, release)).toBe('done');
  });

  it('takes a refused case back to its sender, with the coded reason and the suggestion, and tells the sender', () => {
    const made = makeCase({ stage: 'handoff' });
    const { desk, ref } = made;
    decline(made);
    expect(desk.case(ref)).toMatchObject({
      stage: 'screening',
      leadAgency: 'houkatsu',
      handoffs: [{ state: 'declined', reason: 'noCapacity', suggestion: 'otherAgency', answeredOn: '2026-06-01' }],
    });
    expect(desk.obligation(ref, 'handoff-to-send').holder).toEqual({ agency: 'houkatsu', post: 'personInCharge' });
    expect(desk.told(ref, 'handoff-declined')).toEqual(['2026-06-01 handoff-declined houkatsu/desk']);
    // judged once since opening: a workflow that starts now has not to wait for a screening
    expect(desk.standing(ref).screened).toBe(true);
  });

  it('lets the sender recall it, which brings the case back as well', () => {
    const made = makeCase({ stage: 'handoff' });
    const { desk, ref } = made;
    desk.done(ref, { type: 'withdraw-handoff', handoffId: awaitingHandoff(made), reasonText: desk.id('text') }, worker);
    expect(desk.case(ref).stage).toBe('screening');
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'none', declines: 0 });
  });

  it('ends in 助言・後方支援 by half a minute of words: counted, done, nobody owes', () => {
    const made = makeCase({ stage: 'handoff' });
    const { desk, ref } = made;
    const before = desk.logs.get(ref.id)?.length ?? 0;
    desk.done(ref, { type: 'advise-on-handoff', handoffId: awaitingHandoff(made), adviceText: desk.id('text') });
    expect(desk.case(ref)).toMatchObject({ stage: 'advised', leadAgency: 'houkatsu', obligations: {} });
    expect(desk.standing(ref)).toMatchObject({ ended: true, closed: true, nextDueAtMs: null });
    expect(desk.counted(ref, before)).toEqual(['advice']);
    expect(desk.told(ref, 'handoff-advised')).toEqual(['2026-06-01 handoff-advised houkatsu/desk']);
  });

  it('does not end by advice what a 支援会議 or another つなぎ still carries', () => {
    const made = makeCase({ stage: 'handoff' });
    const { desk, ref } = made;
    const advise = { type: 'advise-on-handoff', handoffId: awaitingHandoff(made), adviceText: 'text-0' };
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }));
    expect(desk.answer(ref, advise)).toBe('closure.handoff-awaiting');
    desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs[1]?.id, answerText: null });
    desk.done(desk.newRef('sitting'), say.openSitting(desk, ref));
    expect(desk.answer(ref, advise)).toBe('closure.track-live');
  });

  it('[R85] accepts at once inside one agency, where the word was given by mouth, and sends no notice to itself', () => {
    const { desk, ref } = makeCase({ stage: 'screening', open: { point: 'office' } });
    const office = person('office', 'staff');
    desk.done(ref, say.sendHandoff(desk), office);
    expect(desk.case(ref)).toMatchObject({
      stage: 'accepted',
      handoffs: [{ from: 'office', to: 'office', state: 'accepted' }],
    });
    expect(desk.told(ref)).toEqual([]);
    expect(desk.owed(ref)).toEqual(['consent']);
  });

  it('goes from agency to agency as well: a side request leaves the stage and the sender alone', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'shakyo' }), worker);
    const side = desk.case(ref).handoffs[1];
    expect(desk.obligation(ref, 'handoff-answer')).toMatchObject({
      blocking: false,
      holder: { agency: 'shakyo' },
      about: side?.id,
    });
    expect(desk.answer(ref, say.sendHandoff(desk, { main: false, to: 'shakyo' }))).toBe('handoff.already-sent');
    desk.done(ref, { type: 'accept-handoff', handoffId: side?.id, answerText: null }, person('shakyo', 'staff'));
    expect(desk.case(ref)).toMatchObject({ stage: 'support', leadAgency: 'houkatsu' });
    expect(desk.case(ref).participants.map(({ agency }) => agency)).toContain('shakyo');
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'accepted', answers: 1 });
  });

  it('does not set back the date of the main つなぎ when a side request is sent meanwhile', () => {
    const { desk, ref } = makeCase({ stage: 'screening' });
    const { key, dueOn } = desk.obligation(ref, 'handoff-to-send');
    desk.passOpenDays(2);
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }), worker);
    expect(desk.obligation(ref, 'handoff-to-send')).toMatchObject({ key, dueOn, askedOn: '2026-06-01' });
  });

  it('reminds doctors, schools and 民生委員 once', () => {
    const { desk, ref } = makeCase({ stage: 'screening' });
    desk.done(ref, say.sendHandoff(desk, { to: 'clinic' }), worker);
    desk.passTo('2026-07-31');
    expect(desk.told(ref, 'reminder', 'escalation')).toEqual([
      '2026-06-03 reminder clinic/desk',
      '2026-06-09 escalation clinic/head',
    ]);
  });

  it('refuses an agency that is none of ours, and the lead itself', () => {
    const { desk, ref } = makeCase({ stage: 'screening' });
    expect(desk.answer(ref, say.sendHandoff(desk, { to: 'nobody' }))).toBe('agency.unknown');
    expect(desk.answer(ref, say.sendHandoff(desk, { to: 'houkatsu' }))).toBe('handoff.to-lead');
  });

  it('goes straight to アセスメント when a person has consented before it is accepted', () => {
    const made = makeCase({ stage: 'handoff' });
    made.desk.done(made.ref, say.consents(made.desk));
    acceptHandoff(made);
    expect(made.desk.case(made.ref)).toMatchObject({ stage: 'assessment', assessments: 1 });
  });
});
