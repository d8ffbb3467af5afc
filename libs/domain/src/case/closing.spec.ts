import { describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/calendar';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { decideOnMeeting, hold, makeCase, place } from '../testing/make-case.ts';
import { supportEnded } from './closing/support-ended.ts';
import { worker, workflow } from '../testing/town-people.ts';

describe('終結', () => {
  it('[R13][R48] needs the evaluation, the reason and a named 主担当機関 of ours', () => {
    const evaluating = makeCase({ stage: 'support' });
    evaluating.desk.done(evaluating.ref, { type: 'evaluate-now' });
    const ends = { endReason: 'rolesAgreed', leadAgencyAfter: 'kikan' } as const;
    for (const [made, changes, code] of [
      [evaluating, ends, 'closure.evaluation-missing'],
      [makeCase({ stage: 'evaluation' }), { ...ends, endReason: null }, 'closure.reason-missing'],
      [makeCase({ stage: 'evaluation' }), { ...ends, leadAgencyAfter: null }, 'closure.lead-agency-missing'],
      [makeCase({ stage: 'evaluation' }), { ...ends, leadAgencyAfter: 'nobody' }, 'agency.unknown'],
      [makeCase({ stage: 'evaluation' }), ends, 'done'],
    ] as const) {
      const { sitting, itemId } = place(made, {
        body: 'planMeeting',
        purpose: 'closureDecision',
        heldOn: made.desk.ahead(2),
      });
      hold(made, sitting);
      expect(made.desk.answer(sitting, say.dispose(made.desk, itemId, 'ended', changes))).toBe(code);
    }
  });

  it('[R48] asks how it stands for each person of the household, consented or not, and takes no end while one has no answer', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    const { sitting, itemId } = place(made, { body: 'planMeeting', purpose: 'closureDecision', heldOn: desk.ahead(2) });
    hold(made, sitting);
    const end = say.dispose(desk, itemId, 'ended', { endReason: 'rolesAgreed', leadAgencyAfter: 'kikan' });
    const ends = (standings: unknown): string => desk.answer(sitting, { ...end, standings });
    // As a body of 0.1.0, which asked about nobody.
    expect(ends(undefined)).toBe('closure.person-unanswered');
    expect(ends(null)).toBe('closure.person-unanswered');
    // The 案件 is about the mother alone; the son lives there.
    expect(ends(say.standings(desk, [say.mother]))).toBe('closure.person-unanswered');
    expect(ends(say.standings(desk, [say.mother, say.mother, say.son]))).toBe('closure.person-twice');
    expect(ends(say.standings(desk, [say.mother, say.son, 'somebody']))).toBe('person.missing');
    const standings = [
      { personId: say.mother, standing: 'supported', standingText: 'text-mother' },
      { personId: say.son, standing: 'notConcerned', standingText: null },
    ] as const;
    desk.done(sitting, { ...end, standings });
    expect(desk.case(ref).ending).toMatchObject({ standings });
    // The meeting keeps none of it.
    expect(JSON.stringify([desk.sitting(sitting), desk.logs.get(sitting.id)])).not.toContain('text-mother');
  });

  it('reads an end of before, that asked about nobody', () => {
    const { desk, ref } = makeCase({ stage: 'evaluation' });
    const before = desk.case(ref);
    const ended = supportEnded.fold(before, {
      ...{ type: 'support-ended', v: 2, on: desk.today, reason: 'rolesAgreed', leadAgencyAfter: 'kikan' },
      ...{ membershipId: null, tasksHandedOver: [], followUps: [] },
    });
    expect(ended).toMatchObject({ stage: 'followUp', ending: { reason: 'rolesAgreed', standings: [] } });
  });

  it('waits for the end of 支援会議での検討 and for the answer to a つなぎ', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    const { sitting, itemId } = place(made, { body: 'planMeeting', purpose: 'closureDecision', heldOn: desk.ahead(2) });
    hold(made, sitting);
    const end = say.dispose(desk, itemId, 'ended', { endReason: 'rolesAgreed', leadAgencyAfter: 'kikan' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'shakyo' }));
    expect(desk.answer(sitting, end)).toBe('closure.handoff-awaiting');
    desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs.at(-1)?.id, answerText: null });
    place(made, { personIds: [say.son] });
    expect(desk.answer(sitting, end)).toBe('closure.track-live');
  });

  it('[R13][R16] hands the support and the open tasks over to the named agency and sets the follow-ups at 30 and 90 days, moved off 休日', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    const sharing = place(made, { body: 'planMeeting', purpose: 'informationSharing', heldOn: desk.ahead(1) });
    hold(made, sharing.sitting);
    desk.done(sharing.sitting, say.dispose(desk, sharing.itemId, 'shared', { taskId: 'task-a' }));
    decideOnMeeting(made, 'closureDecision', 'ended', { endReason: 'rolesAgreed', leadAgencyAfter: 'kikan' });
    const endedOn = desk.today;
    expect(desk.case(ref)).toMatchObject({
      stage: 'followUp',
      leadAgency: 'kikan',
      personInCharge: { agency: 'kikan', membershipId: null },
      ending: { reason: 'rolesAgreed', on: endedOn, leadAgencyAfter: 'kikan' },
      tasks: [{ id: 'task-a', state: 'handedOver' }],
      plans: [{ state: 'ended' }],
    });
    expect(desk.case(ref).followUps).toEqual(
      [30, 90].map((day) => ({ day, dueOn: desk.calendar.nextOpen(addDays(endedOn, day)), doneOn: null })),
    );
    expect(desk.owed(ref)).toEqual(['follow-up', 'follow-up']);
  });

  it('after the last follow-up it is 閉: no date is live, nobody owes, no word goes out', () => {
    const { desk, ref } = situations.followedUp();
    expect(desk.standing(ref)).toMatchObject({ ended: true, closed: false, followUpsLeft: 0 });
    desk.system(ref, 'close-case');
    expect(desk.standing(ref)).toMatchObject({ closed: true, nextDueAtMs: null });
    const told = desk.notices.length;
    desk.passTo('2027-12-24');
    expect(desk.case(ref)).toMatchObject({ obligations: {}, closedReason: 'followedUp' });
    expect(desk.notices).toHaveLength(told);
    expect(desk.stall(ref)).toBeUndefined();
  });

  it('takes each follow-up once, on its day or before, and closes only after the last', () => {
    const { desk, ref } = makeCase({ stage: 'followUp' });
    const done = (day: number, on = desk.today): { type: string } & Record<string, unknown> => ({
      type: 'record-follow-up',
      day,
      on,
      leadAgencyOk: true,
      text: 'text-0',
    });
    expect(desk.answer(ref, done(60))).toBe('follow-up.missing');
    expect(desk.answer(ref, done(30, desk.ahead(1)))).toBe('date.in-future');
    desk.done(ref, done(30));
    expect(desk.answer(ref, done(30))).toBe('follow-up.already-done');
    expect(desk.standing(ref).followUpsLeft).toBe(1);
    expect(desk.answer(ref, { type: 'close-case' }, workflow)).toBe('already-so');
    desk.done(ref, done(90));
    expect(desk.answer(ref, { type: 'close-case' }, workflow)).toBe('done');
  });

  it('an overdue follow-up is a stall with its own cause', () => {
    const { desk, ref } = makeCase({ stage: 'followUp' });
    desk.passTo('2026-09-30');
    expect(desk.stall(ref)).toMatchObject({ cause: 'followUpOverdue' });
  });

  it('does not let an item that outlived its question move the case once more', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk } = made;
    const evaluation = place(made, { body: 'planMeeting', purpose: 'evaluation', heldOn: desk.ahead(2) });
    const closure = place(made, { body: 'planMeeting', purpose: 'closureDecision', heldOn: desk.ahead(2) });
    hold(made, evaluation.sitting);
    hold(made, closure.sitting);
    const ends = { endReason: 'rolesAgreed', leadAgencyAfter: 'kikan' } as const;
    desk.done(evaluation.sitting, say.dispose(desk, evaluation.itemId, 'continued'));
    expect(desk.answer(closure.sitting, say.dispose(desk, closure.itemId, 'replan'))).toBe('case.not-in-stage');
    expect(desk.answer(closure.sitting, say.dispose(desk, closure.itemId, 'interrupted'))).toBe('case.not-in-stage');
    expect(desk.answer(closure.sitting, say.dispose(desk, closure.itemId, 'ended', ends))).toBe('case.not-in-stage');
    expect(desk.answer(closure.sitting, say.dispose(desk, closure.itemId, 'adjourned'))).toBe('done');
    const ended = makeCase({ stage: 'evaluation' });
    const first = place(ended, { body: 'planMeeting', purpose: 'evaluation', heldOn: ended.desk.ahead(2) });
    const second = place(ended, { body: 'planMeeting', purpose: 'informationSharing', heldOn: ended.desk.ahead(2) });
    hold(ended, first.sitting);
    hold(ended, second.sitting);
    ended.desk.done(first.sitting, say.dispose(ended.desk, first.itemId, 'ended', ends));
    expect(ended.desk.answer(second.sitting, say.dispose(ended.desk, second.itemId, 'shared'))).toBe('case.ended');
    expect(ended.desk.answer(second.sitting, say.dispose(ended.desk, second.itemId, 'adjourned'))).toBe('done');
  });
});

describe('中断', () => {
  it('waits with a date of review and asks for nothing else; the date passing is a stall', () => {
    const { desk, ref } = makeCase({ stage: 'interrupted' });
    expect(desk.owed(ref)).toEqual(['interruption-review']);
    expect(desk.standing(ref)).toMatchObject({
      ended: false,
      support: { interrupted: true, monitoringDue: false, evaluationDue: false },
    });
    const { reviewOn } = desk.case(ref).interruption ?? { reviewOn: '' };
    desk.passTo(desk.calendar.addOpenDays(reviewOn, 1));
    expect(desk.stall(ref)).toMatchObject({ cause: 'holdExpired', dueOn: reviewOn });
  });

  it('is taken up again with its plan: a monthly entry after a month, an evaluation after three', () => {
    const { desk, ref } = makeCase({ stage: 'interrupted' });
    desk.passTo('2026-07-01');
    desk.done(ref, { type: 'resume-support' });
    expect(desk.case(ref)).toMatchObject({ stage: 'support', round: 1, plans: [{ state: 'decided' }] });
    expect(desk.obligation(ref, 'monitoring-round').dueOn).toBe('2026-08-03');
    expect(desk.obligation(ref, 'evaluation').dueOn).toBe('2026-10-01');
  });

  it('evaluated after it, needs an evaluation of its own: the old one says nothing any more', () => {
    const made = makeCase({ stage: 'interrupted' });
    const { desk, ref } = made;
    desk.passTo('2026-09-01');
    desk.done(ref, { type: 'evaluate-now' });
    expect(desk.case(ref)).toMatchObject({ stage: 'evaluation', evaluation: { n: 2, record: null } });
    expect(desk.obligation(ref, 'evaluation')).toMatchObject({ key: 'evaluation/2', dueOn: '2026-09-15' });
  });
});

it('[R10] knows the stages it was in, and none that it skipped', () => {
  const { desk, ref } = makeCase({ stage: 'screening' });
  desk.done(ref, say.consents(desk));
  desk.done(ref, say.sendHandoff(desk), worker);
  desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs[0]?.id ?? '', answerText: null });
  expect(desk.case(ref)).toMatchObject({ stage: 'assessment', passed: ['intake', 'screening', 'handoff'] });
  const kept = makeCase();
  kept.desk.done(kept.ref, say.screen(kept.desk, 'keep'));
  expect(kept.desk.case(kept.ref)).toMatchObject({ stage: 'closed', passed: ['intake'] });
});
