import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { decideOnMeeting, makeCase } from '../testing/make-case.ts';
import { workflow } from '../testing/town-people.ts';
import { currentPlan } from './current-plan.ts';

// The textbook way decides the support on 2026-06-03, a Wednesday.
describe('支援中', () => {
  it('tells each agency its role once and waits for its word without holding the case up', () => {
    const { desk, ref } = situations.rolesUntold();
    expect(desk.standing(ref).support.rolesTold).toBe(false);
    desk.system(ref, 'tell-roles');
    expect(desk.told(ref, 'role-told')).toEqual([
      '2026-06-03 role-told houkatsu/desk',
      '2026-06-03 role-told kikan/desk',
    ]);
    desk.done(ref, { type: 'acknowledge-role', agency: 'kikan' });
    expect(desk.obligation(ref, 'role-acknowledgement')).toMatchObject({ about: 'houkatsu', blocking: false });
    expect(desk.answer(ref, { type: 'acknowledge-role', agency: 'kikan' })).toBe('role.already-acknowledged');
    expect(desk.answer(ref, { type: 'acknowledge-role', agency: 'clinic' })).toBe('role.missing');
  });

  it('asks for a monthly entry on its day, once, and for the next one a month after', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    expect(desk.obligation(ref, 'monitoring-round')).toMatchObject({ dueOn: '2026-07-03', blocking: false });
    desk.passTo('2026-07-02');
    expect(desk.answer(ref, { type: 'ask-for-monitoring' }, workflow)).toBe('already-so');
    desk.passTo('2026-07-03');
    expect(desk.standing(ref).support).toMatchObject({ monitoringDue: true, monitoringRounds: 0 });
    desk.system(ref, 'ask-for-monitoring');
    expect(desk.standing(ref).support.monitoringDue).toBe(false);
    expect(desk.obligation(ref, 'monitoring')).toMatchObject({
      dueOn: '2026-07-10',
      holder: { agency: 'houkatsu', post: 'personInCharge' },
    });
    expect(
      desk.answer(ref, {
        type: 'record-monitoring',
        entryId: 'entry-1',
        on: '2026-07-04',
        method: 'visit',
        text: 'text-0',
      }),
    ).toBe('date.in-future');
    desk.done(ref, {
      type: 'record-monitoring',
      entryId: 'entry-1',
      on: '2026-07-02',
      method: 'visit',
      text: desk.id('text'),
    });
    expect(desk.standing(ref).support.monitoringRounds).toBe(1);
    expect(desk.obligation(ref, 'monitoring-round').dueOn).toBe('2026-08-03');
  });

  it('[R46] warns before the end of the plan and shows it as 期限切れ after', () => {
    const { desk, ref } = makeCase({ stage: 'planning' });
    desk.done(ref, say.draftPlan(desk, { endsOn: '2026-12-01' }));
    desk.done(ref, say.explainPlan(desk));
    decideOnMeeting({ desk, ref }, 'adequacyReview', 'adequate');
    desk.done(ref, say.draftApproval(desk));
    desk.done(ref, { type: 'decide-support', decidedOn: desk.today });
    expect(desk.obligation(ref, 'plan-end')).toMatchObject({ dueOn: '2026-12-01', blocking: true });
    desk.passTo('2026-12-02');
    const told = desk.notices
      .filter(({ notice }) => notice.obligationKind === 'plan-end')
      .map(({ on, notice }) => `${on} ${notice.kind}`);
    expect(told).toEqual([
      '2026-09-30 reminder',
      '2026-10-30 reminder',
      '2026-11-16 reminder',
      '2026-12-02 escalation',
    ]);
    const causes = Object.values(desk.case(ref).obligations).filter(({ dueAtMs }) => dueAtMs < desk.nowMs);
    expect(causes.map(({ kind }) => kind)).toContain('plan-end');
  });

  it('a plan past its end is the cause of the stall when nothing else was due before', () => {
    const { desk, ref } = makeCase({ stage: 'planning' });
    desk.done(ref, say.draftPlan(desk, { endsOn: '2026-07-31' }));
    desk.done(ref, say.explainPlan(desk));
    decideOnMeeting({ desk, ref }, 'adequacyReview', 'adequate');
    desk.done(ref, say.draftApproval(desk));
    desk.done(ref, { type: 'decide-support', decidedOn: desk.today });
    desk.system(ref, 'tell-roles');
    desk.passTo('2026-07-03');
    desk.done(ref, { type: 'record-monitoring', entryId: 'entry-1', on: desk.today, method: 'visit', text: 'text-0' });
    desk.passTo('2026-08-03');
    expect(desk.stall(ref)).toMatchObject({ cause: 'planExpired', dueOn: '2026-07-31' });
    expect(desk.stall(ref)?.fromMs).toBeLessThan(desk.nowMs);
  });
});

describe('評価', () => {
  it('[R47] is due three months after the decision, and begins fourteen 開庁日 before', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    expect(desk.obligation(ref, 'evaluation').dueOn).toBe('2026-09-03');
    desk.passTo('2026-08-13');
    expect(desk.standing(ref).support.evaluationDue).toBe(false);
    expect(desk.answer(ref, { type: 'begin-evaluation' }, workflow)).toBe('already-so');
    desk.passTo('2026-08-14');
    expect(desk.standing(ref).support).toMatchObject({ evaluationDue: true, evaluating: false });
    desk.system(ref, 'begin-evaluation');
    expect(desk.case(ref).stage).toBe('evaluation');
    expect(desk.standing(ref).support).toMatchObject({ evaluationDue: false, evaluating: true, monitoringDue: false });
    expect(desk.obligation(ref, 'evaluation').dueOn).toBe('2026-09-03');
  });

  it('[R47] has another interval where the municipality says so', () => {
    const made = situations.approvalDrafted();
    made.desk.rules = { ...made.desk.rules, evaluationEveryMonths: 6 };
    made.desk.done(made.ref, { type: 'decide-support', decidedOn: made.desk.today });
    expect(made.desk.obligation(made.ref, 'evaluation').dueOn).toBe('2026-12-03');
  });

  it('[R48] names an outcome for every goal of the plan, the changes, the views of person and staff', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    desk.done(ref, { type: 'evaluate-now' });
    const goals = (currentPlan(desk.case(ref))?.goals ?? []).map(({ id }) => id);
    expect(desk.answer(ref, say.evaluate(desk, []))).toBe('evaluation.goal-missing');
    expect(desk.answer(ref, say.evaluate(desk, [...goals, 'goal-other']))).toBe('evaluation.goal-unknown');
    expect(desk.answer(ref, say.evaluate(desk, goals, { recordedOn: desk.ahead(1) }))).toBe('date.in-future');
    desk.done(ref, say.evaluate(desk, goals));
    expect(desk.case(ref).evaluation.record).toMatchObject({
      n: 1,
      changes: ['isolationEased'],
      personsViewText: expect.stringMatching(/^text-/),
      staffOpinionText: expect.stringMatching(/^text-/),
    });
    expect(currentPlan(desk.case(ref))?.goals).toMatchObject([{ outcome: 'achieved' }]);
    expect(desk.owed(ref)).toContain('meeting-placement');
  });

  it('continued, goes on with the same plan and the next evaluation three months later', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    decideOnMeeting(made, 'evaluation', 'continued');
    expect(desk.case(ref)).toMatchObject({ stage: 'support', round: 1, evaluation: { n: 2, record: null } });
    expect(desk.obligation(ref, 'evaluation')).toMatchObject({ key: 'evaluation/2', dueOn: '2026-09-07' });
  });

  it('counts the monthly entry anew when its date passed during the evaluation', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    desk.passTo('2026-07-20');
    decideOnMeeting(made, 'evaluation', 'continued');
    expect(desk.obligation(ref, 'monitoring-round').dueOn > desk.today).toBe(true);
  });

  it('re-plan is a new round of the same case, with its history', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    const before = desk.case(ref);
    decideOnMeeting(made, 'evaluation', 'replan');
    expect(desk.case(ref)).toMatchObject({
      stage: 'assessment',
      round: 2,
      assessments: 2,
      caseNumber: before.caseNumber,
      openedOn: before.openedOn,
    });
    expect(desk.case(ref).plans).toMatchObject([{ round: 1, state: 'replaced', goals: [{ outcome: 'achieved' }] }]);
    expect(desk.standing(ref)).toMatchObject({
      round: 2,
      assessment: { asked: false, finished: false },
      planning: { applied: false, review: 'none', reviewAsked: false, reviewPlaced: false },
      decision: { asked: false, drafted: false, decided: false },
      support: { monitoringDue: false, evaluationDue: false, evaluating: false },
    });
    desk.system(ref, 'ask-for-sheets');
    desk.done(ref, { type: 'submit-sheet', agency: 'houkatsu', text: 'text-0' });
    desk.done(ref, { type: 'submit-sheet', agency: 'kikan', text: 'text-0' });
    desk.system(ref, 'begin-planning');
    desk.done(ref, say.draftPlan(desk));
    desk.done(ref, say.explainPlan(desk));
    decideOnMeeting(made, 'adequacyReview', 'adequate');
    desk.done(ref, say.draftApproval(desk));
    const said = desk.logs.get(ref.id)?.length ?? 0;
    desk.done(ref, { type: 'decide-support', decidedOn: desk.today });
    expect(desk.counted(ref, said)).toEqual(['plan.replan']);
  });
});
