import { colleagueOf } from '../testing/town-people.ts';
import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase } from '../testing/make-case.ts';
import { manager, person, worker } from '../testing/town-people.ts';

const opening = (changes: Parameters<typeof say.openCase>[1]): string => {
  const desk = new DomainDesk();
  return desk.answer(desk.newRef('support-case'), say.openCase(desk, changes), worker);
};

describe('相談受付', () => {
  it.each(['withConsent', 'withoutConsent'] as const)(
    '[R1] opens a case by the form %s; nobody has consented by that alone',
    (version) => {
      const { desk, ref } = makeCase({ open: { version } });
      expect(desk.case(ref)).toMatchObject({ stage: 'intake', intake: { version } });
      expect(desk.case(ref).persons.map(({ consent }) => consent.status)).toEqual(['unconfirmed', 'unconfirmed']);
      expect(desk.counted(ref)).toEqual(
        version === 'withoutConsent' ? ['intake', 'intake.withoutConsent'] : ['intake'],
      );
    },
  );

  it('[R16] makes the recording agency the 主担当機関 at once, and whoever records it 担当者', () => {
    const { desk, ref } = makeCase();
    expect(desk.case(ref)).toMatchObject({
      leadAgency: 'houkatsu',
      personInCharge: { agency: 'houkatsu', membershipId: 'member-houkatsu-staff' },
      participants: [{ agency: 'houkatsu', basis: 'recorder', releasedOn: null }],
    });
  });

  it('[R51] takes many concerns and exactly one as the worst, which is among them', () => {
    expect(opening({ concerns: ['debt', 'care'], worstConcern: 'care' })).toBe('done');
    expect(opening({ concerns: ['debt', 'care'], worstConcern: 'housing' })).toBe('intake.worst-concern');
  });

  it('refuses what makes no sense: another number of 本人 than one, one twice, a point or an agency that is none of ours, a day ahead', () => {
    const one = { id: 'resident-a', role: 'person', relation: 'self', birthYear: null, nameText: 'text-a' } as const;
    expect(opening({ persons: [] })).toBe('intake.one-person');
    expect(opening({ persons: [one, { ...one, id: 'resident-b' }] })).toBe('intake.one-person');
    expect(opening({ persons: [one, { ...one, role: 'householdMember' }] })).toBe('intake.person-twice');
    expect(opening({ point: 'nowhere' })).toBe('intake.point-unknown');
    expect(opening({ triedSchemes: [{ scheme: 'medical', by: 'nobody', outcome: 'stopped' }] })).toBe('agency.unknown');
    expect(opening({ receivedOn: '2026-06-02' })).toBe('date.in-future');
  });

  it('[R11] hands over only when it is told which schemes were tried; that nothing was tried has to be said too', () => {
    const { desk, ref } = makeCase({ open: { triedSchemes: [] } });
    expect(desk.answer(ref, say.screen(desk, 'handOver'))).toBe('screening.tried-schemes-missing');
    expect(desk.answer(ref, say.screen(desk, 'keep'))).toBe('done');
    const told = makeCase({ open: { triedSchemes: [{ scheme: 'none', by: 'houkatsu', outcome: 'unknown' }] } });
    expect(told.desk.answer(told.ref, say.screen(told.desk, 'handOver'))).toBe('done');
  });

  it('records advice only by the half-minute form: counted, ended, with no person to go on with', () => {
    const { desk, ref } = situations.adviceOnly();
    expect(desk.case(ref)).toMatchObject({ stage: 'advised', persons: [], leadAgency: 'houkatsu', obligations: {} });
    expect(desk.counted(ref)).toEqual(['advice']);
    expect(desk.answer(ref, { type: 'reopen-case', reasonText: 'text-0' })).toBe('case.advice-only');
  });
});

describe('連絡の約束', () => {
  it('is put right as long as anybody gets in touch, also in 終結後フォロー, and not after', () => {
    const change = { type: 'change-contact-rules', contactRulesText: 'text-new' };
    for (const { desk, ref } of [makeCase(), makeCase({ stage: 'followUp' })]) {
      const { parts, stage } = desk.case(ref);
      desk.done(ref, change, worker);
      expect(desk.case(ref)).toMatchObject({ stage, intake: { contactRulesText: 'text-new' } });
      expect(desk.case(ref).parts).toEqual({ ...parts, 'contact-rules': 1 });
    }
    const { desk, ref } = makeCase({ stage: 'closed' });
    expect(desk.answer(ref, change)).toBe('case.ended');
  });
});

describe('スクリーニング', () => {
  it('is due three 開庁日 after the day of intake; the head of the agency hears of it one after', () => {
    const { desk, ref } = makeCase();
    expect(desk.obligation(ref, 'screening')).toMatchObject({
      dueOn: '2026-06-04',
      holder: { agency: 'houkatsu', post: 'personInCharge' },
    });
    desk.passTo('2026-06-08');
    expect(desk.told(ref)).toEqual(['2026-06-03 reminder houkatsu/desk', '2026-06-05 escalation houkatsu/head']);
  });

  it('is due the same day when the safety of a person is at stake, also when that is marked later', () => {
    const urgent = makeCase({ open: { urgent: true } });
    expect(urgent.desk.obligation(urgent.ref, 'screening').dueOn).toBe('2026-06-01');
    const later = makeCase();
    later.desk.passTo('2026-06-02');
    later.desk.done(later.ref, { type: 'mark-urgent', urgent: true });
    expect(later.desk.obligation(later.ref, 'screening').dueOn).toBe('2026-06-02');
    expect(later.desk.answer(later.ref, { type: 'mark-urgent', urgent: true })).toBe('case.urgency-unchanged');
  });

  it('ends the case where the agency keeps it, unless something still runs beside', () => {
    const { desk, ref } = makeCase();
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }), worker);
    expect(desk.answer(ref, say.screen(desk, 'keep'))).toBe('closure.handoff-awaiting');
    desk.done(ref, {
      type: 'decline-handoff',
      handoffId: desk.case(ref).handoffs[0]?.id,
      reason: 'other',
      suggestion: 'otherAgency',
      answerText: null,
    });
    desk.done(ref, say.screen(desk, 'keep'), worker);
    expect(desk.case(ref)).toMatchObject({ stage: 'closed', closedReason: 'keptByAgency', obligations: {} });
    expect(desk.standing(ref)).toMatchObject({ ended: true, closed: true });
  });
});

describe('担当者 and re-opening', () => {
  it('[R16] a vacancy is a stall at once, owed by the head of the agency; the agency stays the lead', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    const since = desk.today;
    desk.done(ref, { type: 'set-person-in-charge', membershipId: null });
    expect(desk.stall(ref)).toMatchObject({
      cause: 'personInChargeVacant',
      fromMs: 0,
      since,
      holder: { agency: 'houkatsu', post: 'head' },
    });
    // what the person owed is the head's while nobody is there
    expect(desk.obligation(ref, 'evaluation').holder).toEqual({ agency: 'houkatsu', post: 'head' });
    expect(desk.case(ref).leadAgency).toBe('houkatsu');
    desk.done(ref, { type: 'set-person-in-charge', membershipId: colleagueOf('houkatsu') });
    expect(desk.owed(ref)).not.toContain('person-in-charge');
    expect(desk.obligation(ref, 'evaluation').holder.post).toBe('personInCharge');
    expect(desk.answer(ref, { type: 'set-person-in-charge', membershipId: colleagueOf('houkatsu') })).toBe(
      'person-in-charge.unchanged',
    );
  });

  it('reopens a closed case into アセスメント as a new round with its history, while the consent holds', () => {
    const { desk, ref } = makeCase({ stage: 'closed' });
    const { plans, round } = desk.case(ref);
    desk.done(ref, { type: 'reopen-case', reasonText: desk.id('text') }, manager);
    expect(desk.case(ref)).toMatchObject({
      stage: 'assessment',
      round: round + 1,
      assessments: 2,
      plans,
      ending: null,
    });
    expect(desk.standing(ref)).toMatchObject({
      ended: false,
      closed: false,
      screened: true,
      handoff: { state: 'accepted' },
      assessment: { asked: false, finished: false },
      planning: { applied: false, review: 'none', reviewAsked: false },
      decision: { asked: false, drafted: false, decided: false },
    });
  });

  it('reopens to 受理 when the consent was withdrawn, and a new consent brings the same person back onto the main line', () => {
    const closed = makeCase({ stage: 'closed' });
    closed.desk.done(closed.ref, say.withdraws(closed.desk));
    closed.desk.done(closed.ref, { type: 'reopen-case', reasonText: 'text-0' });
    expect(closed.desk.case(closed.ref).stage).toBe('accepted');
    closed.desk.done(closed.ref, say.consents(closed.desk));
    expect(closed.desk.case(closed.ref)).toMatchObject({
      stage: 'assessment',
      persons: [{ track: 'main' }, { track: 'none' }],
    });
  });

  it('brings back onto the main line somebody whose consent had run out before the つなぎ was accepted', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    desk.done(ref, say.consents(desk, say.mother, { reviewOn: '2026-06-05' }));
    desk.passTo('2026-06-08');
    desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs[0]?.id, answerText: null });
    expect(desk.case(ref).stage).toBe('accepted');
    desk.done(ref, say.consents(desk));
    expect(desk.case(ref).stage).toBe('assessment');
  });

  it('hands over first what was never accepted, consent or not', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    desk.done(ref, say.consents(desk));
    desk.done(ref, { type: 'advise-on-handoff', handoffId: desk.case(ref).handoffs[0]?.id, adviceText: 'text-0' });
    desk.done(ref, { type: 'reopen-case', reasonText: 'text-0' });
    expect(desk.case(ref).stage).toBe('screening');
    expect(desk.owed(ref)).toEqual(['handoff-to-send']);
  });

  it("acts for the point's agency when no person of an agency records it", () => {
    const desk = new DomainDesk();
    const ref = desk.newRef('support-case');
    desk.done(ref, say.openCase(desk), { kind: 'clock' });
    expect(desk.case(ref)).toMatchObject({ leadAgency: 'houkatsu', personInCharge: { membershipId: null } });
    const office = desk.newRef('support-case');
    desk.done(office, say.openCase(desk), person('office', 'staff'));
    expect(desk.case(office).leadAgency).toBe('office');
  });
});
