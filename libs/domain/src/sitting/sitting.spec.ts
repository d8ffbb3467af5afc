import { describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import * as say from '../testing/case-script.ts';
import type { DomainDesk, Said } from '../testing/domain-desk.ts';
import { makeCase, place } from '../testing/make-case.ts';
import { workflow } from '../testing/town-people.ts';

interface MadeSitting {
  readonly desk: DomainDesk;
  readonly ref: RecordRef;
  readonly caseRef: RecordRef;
  readonly itemId: string;
}

/** A 支援会議 with one case on it; by default ten 開庁日 after Monday 2026-06-01, on 2026-06-15. */
function prepared(heldOn?: string): MadeSitting {
  const made = makeCase({ stage: 'accepted' });
  const { sitting, itemId } = place(made, heldOn === undefined ? {} : { heldOn });
  return { desk: made.desk, ref: sitting, caseRef: made.ref, itemId };
}

function called(agencies: readonly string[] = ['houkatsu', 'shakyo'], heldOn?: string): MadeSitting {
  const made = prepared(heldOn);
  made.desk.done(made.ref, say.callSitting(made.desk, agencies, { urgentReasonText: 'text-urgent' }));
  made.desk.system(made.ref, 'send-invitations');
  return made;
}

const invitation = ({ desk, ref }: MadeSitting, agency: string): string =>
  desk.sitting(ref).invitations.find((one) => one.agency === agency)?.id ?? '';
const answers = (made: MadeSitting, agency: string, reply: string, changes: object = {}): Said => ({
  type: 'answer-invitation',
  ...{ invitationId: invitation(made, agency), reply, proxyText: null },
  ...changes,
});
const move = (heldOn: string): Said => ({
  type: 'move-sitting',
  heldOn,
  startsAt: '13:30',
  endsAt: '14:30',
  placeText: 'text-0',
});

describe('開催通知', () => {
  it('[R23] asks everybody but the section that convenes: it is there by rule', () => {
    const { desk, ref } = called(['office', 'houkatsu', 'shakyo']);
    expect(desk.sitting(ref).invitations.map(({ agency }) => agency)).toEqual(['houkatsu', 'shakyo']);
    expect(desk.told(ref, 'invitation').filter((line) => line.includes('office/'))).toEqual([]);
    const alone = prepared();
    expect(alone.desk.answer(alone.ref, say.callSitting(alone.desk, ['office']))).toBe('sitting.no-invitee');
  });

  it("[R30] with less notice than the body's needs a reason, which is kept", () => {
    const { desk, ref } = prepared('2026-06-05');
    const verdict = desk.ask(ref, say.callSitting(desk));
    expect(verdict).toMatchObject({ refusal: { code: 'sitting.notice-too-short', params: { notice: 4, wanted: 5 } } });
    desk.done(ref, say.callSitting(desk, ['houkatsu'], { urgentReasonText: 'text-urgent' }));
    expect(desk.sitting(ref).urgentReasonText).toBe('text-urgent');
    const enough = prepared('2026-06-08');
    expect(enough.desk.answer(enough.ref, say.callSitting(enough.desk))).toBe('done');
  });

  it.each([
    ['2026-06-29', '2026-06-22', 'five 開庁日 before, with twenty to spare'],
    ['2026-06-15', '2026-06-08', 'five before, at the standard lead of ten'],
    ['2026-06-08', '2026-06-03', 'in proportion, with five'],
    ['2026-06-03', '2026-06-02', 'the day between, with two'],
    ['2026-06-02', '2026-06-02', 'its own day, with one'],
    ['2026-06-01', '2026-06-01', 'at once, on the day itself'],
  ])('[R30] held on %s, the reply is due on %s: %s; never in the past', (heldOn, dueOn) => {
    const { desk, ref } = called(['houkatsu'], heldOn);
    expect(desk.sitting(ref).replyDueOn).toBe(dueOn);
    expect(desk.obligation(ref, 'reply')).toMatchObject({ dueOn, holder: { agency: 'houkatsu', post: 'staff' } });
    expect(dueOn >= desk.today).toBe(true);
  });

  it('[R30] asks an agency that is invited after the reply date for a day of its own', () => {
    const { desk, ref } = called();
    desk.passTo('2026-06-10');
    desk.done(ref, { type: 'add-invitee', invitationId: 'invitation-late', agency: 'kikan' });
    expect(desk.sittingStanding(ref).uncalled).toBe(1);
    desk.system(ref, 'send-invitations');
    const late = Object.values(desk.state(ref).obligations).find(({ about }) => about === 'invitation-late');
    expect(late).toMatchObject({ kind: 'reply', askedOn: '2026-06-10', dueOn: '2026-06-11' });
    desk.passTo('2026-06-11');
    expect(desk.told(ref, 'escalation').filter((one) => one.includes('kikan'))).toEqual([]);
  });

  it('[R63] goes to the head of each agency by itself, one notice a recipient, with its own invitation', () => {
    const made = called(['houkatsu', 'kikan', 'shakyo', 'clinic']);
    const sent = made.desk.notices.filter(({ notice }) => notice.kind === 'invitation').map(({ notice }) => notice);
    expect(sent.map(({ recipient }) => recipient)).toEqual(
      ['houkatsu', 'kikan', 'shakyo', 'clinic'].map((agency) => ({ agency, to: 'head' })),
    );
    expect(sent.map(({ invitationId }) => invitationId)).toEqual(
      ['houkatsu', 'kikan', 'shakyo', 'clinic'].map((agency) => invitation(made, agency)),
    );
    expect(new Set(sent.map(({ key }) => key)).size).toBe(4);
    expect(sent.every(({ sequence }) => sequence === 0)).toBe(true);
  });

  it('needs an item and agencies of ours, each once', () => {
    const { desk, ref, itemId } = prepared();
    expect(desk.answer(ref, say.callSitting(desk, []))).toBe('sitting.no-invitee');
    expect(desk.answer(ref, say.callSitting(desk, ['kikan', 'kikan']))).toBe('sitting.invitee-twice');
    expect(desk.answer(ref, say.callSitting(desk, ['nobody']))).toBe('agency.unknown');
    desk.done(ref, { type: 'remove-item', itemId });
    expect(desk.answer(ref, say.callSitting(desk))).toBe('sitting.no-item');
  });

  it('is owed before the notice period begins, and at once when the sitting comes nearer than that', () => {
    const { desk, ref } = prepared('2026-06-29');
    expect(desk.obligation(ref, 'call').dueOn).toBe('2026-06-22');
    desk.passTo('2026-06-18');
    desk.done(ref, move('2026-06-22'));
    expect(desk.obligation(ref, 'call')).toMatchObject({ askedOn: '2026-06-18', dueOn: '2026-06-18' });
    const short = prepared('2026-06-03');
    expect(short.desk.obligation(short.ref, 'call').dueOn).toBe('2026-06-01');
  });

  it('is not opened for a day that is past, a body that is none of ours, or to end before it starts', () => {
    const { desk, caseRef } = prepared();
    const answer = (changes: object): string =>
      desk.answer(desk.newRef('sitting'), { ...say.openSitting(desk, caseRef), ...changes });
    expect(answer({ heldOn: '2026-05-29' })).toBe('date.in-past');
    expect(answer({ body: 'nobody' })).toBe('body.unknown');
    expect(answer({ startsAt: '11:00', endsAt: '11:00' })).toBe('sitting.ends-before-start');
  });
});

describe('案件', () => {
  it('[R5] has the basis of its body on the item itself', () => {
    const { desk, ref } = prepared();
    expect(desk.sitting(ref).items[0]).toMatchObject({
      kind: 'supportMeeting',
      legalBasis: 'socialWelfareAct106-6',
      purpose: 'judgement',
    });
    const plan = makeCase({ stage: 'adequacyReview' });
    const { sitting } = place(plan, { body: 'planMeeting' });
    expect(plan.desk.sitting(sitting).items[0]).toMatchObject({
      kind: 'planMeeting',
      legalBasis: 'municipalGuideline',
      purpose: 'adequacyReview',
    });
    expect(plan.desk.case(plan.ref).placements.at(-1)?.legalBasis).toBe('municipalGuideline');
  });

  it('several cases are on one sitting, a case once, none when its day is past', () => {
    const { desk, ref, caseRef } = prepared();
    const other = makeCase({ desk, stage: 'accepted' });
    desk.done(ref, { type: 'add-item', ...say.openSitting(desk, other.ref).item });
    expect(desk.sitting(ref).items.map(({ caseId }) => caseId)).toEqual([caseRef.id, other.ref.id]);
    expect(
      desk.answer(ref, { type: 'add-item', ...say.openSitting(desk, caseRef, { purpose: 'direction' }).item }),
    ).toBe('item.already-placed');
    desk.passTo('2026-06-16');
    const third = makeCase({ desk, stage: 'accepted' });
    expect(desk.answer(ref, { type: 'add-item', ...say.openSitting(desk, third.ref).item })).toBe('date.in-past');
  });

  it('taken off, is taken off the case as well', () => {
    const { desk, ref, caseRef, itemId } = prepared();
    desk.done(ref, { type: 'remove-item', itemId });
    expect(desk.sitting(ref).items).toEqual([]);
    expect(desk.case(caseRef).placements).toEqual([]);
  });
});

describe('出欠回答', () => {
  it.each(['attend', 'absent', 'online', 'written'])('[R29] takes %s; the newest answer holds', (reply) => {
    const made = called();
    made.desk.done(made.ref, answers(made, 'houkatsu', 'attend'), {
      kind: 'invitee',
      agency: 'houkatsu',
      invitationId: invitation(made, 'houkatsu'),
    });
    made.desk.done(made.ref, answers(made, 'houkatsu', reply));
    expect(made.desk.sitting(made.ref).invitations[0]).toMatchObject({
      reply,
      via: 'office',
      late: false,
      repliedAtMs: made.desk.nowMs,
    });
  });

  it('[R29] takes 代理出席 with the name, and marks what comes after the date as late', () => {
    const made = called();
    const { desk, ref } = made;
    expect(desk.answer(ref, answers(made, 'houkatsu', 'proxy'))).toBe('reply.proxy-name-missing');
    desk.passTo('2026-06-08');
    desk.done(ref, answers(made, 'houkatsu', 'proxy', { proxyText: 'text-0' }));
    expect(desk.sitting(ref).invitations[0]?.late).toBe(false);
    desk.passTo('2026-06-09');
    desk.done(ref, answers(made, 'shakyo', 'attend'));
    expect(desk.sitting(ref).invitations[1]?.late).toBe(true);
  });

  it("takes no answer for somebody else's invitation, nor when nobody asks any more", () => {
    const made = called();
    const { desk, ref } = made;
    const stranger = { kind: 'invitee', agency: 'kikan', invitationId: 'invitation-other' } as const;
    expect(desk.answer(ref, answers(made, 'houkatsu', 'attend'), stranger)).toBe('reply.not-yours');
    expect(desk.answer(ref, { ...answers(made, 'houkatsu', 'attend'), invitationId: 'invitation-9' })).toBe(
      'reply.invitation-missing',
    );
    desk.done(ref, { type: 'cancel-sitting', reasonText: 'text-0' });
    expect(desk.answer(ref, answers(made, 'houkatsu', 'attend'))).toBe('reply.closed');
  });

  it('[R29] takes an answer to the revision that was seen alone: after a move the day before is none', () => {
    const made = called(['houkatsu', 'shakyo']);
    const { desk, ref } = made;
    const seen = (sequence?: number): string => desk.answer(ref, answers(made, 'houkatsu', 'attend', { sequence }));
    expect([seen(), seen(0), seen(1)]).toEqual(['done', 'done', 'reply.moved']);
    desk.done(ref, move(desk.calendar.addOpenDays(desk.sitting(ref).heldOn, 3)));
    // Left out, it was the first.
    expect([seen(), seen(0), seen(1)]).toEqual(['reply.moved', 'reply.moved', 'done']);
  });

  it('[R32] asks again only those who have not answered', () => {
    const made = called(['houkatsu', 'shakyo', 'clinic']);
    const { desk, ref } = made;
    desk.done(ref, answers(made, 'shakyo', 'absent'));
    desk.passTo('2026-06-09');
    expect(desk.told(ref, 'reply-reminder', 'escalation')).toEqual([
      '2026-06-03 reply-reminder houkatsu/head',
      '2026-06-03 reply-reminder clinic/head',
      '2026-06-05 reply-reminder houkatsu/head',
      // doctors are asked again once
      // the head of the body was the one who was asked: the next above is the manager
      '2026-06-09 escalation office/manager',
      '2026-06-09 escalation office/manager',
    ]);
    expect(desk.stall(ref)).toMatchObject({ cause: 'replyMissing', holder: { agency: 'houkatsu' } });
  });

  it('turns silence into a phone task for the secretariat, never into an answer', () => {
    const made = called();
    const { desk, ref } = made;
    desk.done(ref, answers(made, 'shakyo', 'attend'));
    desk.passTo('2026-06-09');
    expect(desk.answer(ref, { type: 'open-phone-tasks' }, workflow)).toBe('already-so');
    desk.passTo('2026-06-10');
    expect(desk.sittingStanding(ref).phoneTasksMissing).toBe(1);
    desk.system(ref, 'open-phone-tasks');
    expect(desk.obligation(ref, 'phone-task')).toMatchObject({
      holder: { agency: 'office', post: 'coordinator' },
      about: invitation(made, 'houkatsu'),
      dueOn: '2026-06-12',
    });
    expect(desk.sitting(ref).invitations[0]).toMatchObject({ reply: null, phoned: 'asked' });
    desk.done(ref, answers(made, 'houkatsu', 'attend'));
    expect(desk.owed(ref)).not.toContain('phone-task');
  });

  it('phones paper and phone bodies from the start, for the date everybody has', () => {
    const made = called(['shakyo', 'minsei', 'police']);
    const { desk, ref } = made;
    expect(desk.sittingStanding(ref).phoneTasksMissing).toBe(2);
    desk.system(ref, 'open-phone-tasks');
    const tasks = Object.values(desk.state(ref).obligations).filter(({ kind }) => kind === 'phone-task');
    expect(tasks.map(({ about, dueOn }) => [about, dueOn])).toEqual([
      [invitation(made, 'minsei'), '2026-06-08'],
      [invitation(made, 'police'), '2026-06-08'],
    ]);
    desk.passTo('2026-06-12');
    expect(desk.told(ref).filter((one) => /minsei|police/.test(one) && one.includes('reminder'))).toEqual([]);
  });

  it('tells the secretariat of a required agency that cannot come, once for each that falls out', () => {
    const made = called(['houkatsu', 'shakyo']);
    const { desk, ref } = made;
    desk.done(ref, answers(made, 'houkatsu', 'absent'));
    expect(desk.sittingStanding(ref)).toMatchObject({ requiredAbsent: 0, requiredAbsenceTold: false });
    expect(desk.answer(ref, { type: 'tell-required-absence' }, workflow)).toBe('already-so');
    desk.done(ref, answers(made, 'shakyo', 'absent'));
    expect(desk.obligation(ref, 'required-agency')).toMatchObject({ blocking: true, dueOn: '2026-06-15' });
    desk.system(ref, 'tell-required-absence');
    expect(desk.told(ref, 'required-absence')).toEqual(['2026-06-01 required-absence office/coordinator']);
    // the same absence, or one that does not matter, is not told again
    desk.done(ref, answers(made, 'shakyo', 'absent'));
    desk.done(ref, answers(made, 'houkatsu', 'attend'));
    desk.done(ref, answers(made, 'houkatsu', 'absent'));
    expect(desk.sittingStanding(ref).requiredAbsenceTold).toBe(true);
    desk.done(ref, answers(made, 'shakyo', 'written'));
    expect(desk.sittingStanding(ref).requiredAbsent).toBe(0);
    expect(desk.owed(ref)).not.toContain('required-agency');
    desk.done(ref, answers(made, 'shakyo', 'absent'));
    expect(desk.sittingStanding(ref)).toMatchObject({ requiredAbsent: 1, requiredAbsenceTold: false });
  });
});
