import { describe, expect, it } from '@jest/globals';
import { addMonths } from '#libs/calendar';
import { conditional, situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { decideOnMeeting, hold, makeCase, place } from '../testing/make-case.ts';
import { deputy, manager, workflow } from '../testing/town-people.ts';
import { currentPlan } from './current-plan.ts';

describe('アセスメント', () => {
  it('asks each agency for its sheet, again three and one 開庁日 before the date, and goes on with what came when it passed', () => {
    const { desk, ref } = situations.sheetsAsked();
    expect(desk.obligation(ref, 'sheet')).toMatchObject({
      holder: { agency: 'houkatsu', post: 'staff' },
      dueOn: '2026-06-08',
      about: 'houkatsu',
    });
    expect(desk.answer(ref, { type: 'finish-assessment' })).toBe('sheet.still-awaited');
    desk.passTo('2026-06-11');
    expect(desk.told(ref, 'reminder', 'escalation')).toEqual([
      '2026-06-03 reminder houkatsu/desk',
      '2026-06-05 reminder houkatsu/desk',
      '2026-06-09 escalation houkatsu/head',
    ]);
    expect(desk.case(ref).sheets).toMatchObject([{ agency: 'houkatsu', state: 'expired' }]);
    expect(desk.standing(ref).assessment).toEqual({ asked: true, missing: 1, finished: false });
    expect(desk.answer(ref, { type: 'begin-planning' }, workflow)).toBe('already-so');
    expect(desk.obligation(ref, 'sheets-decision').holder).toEqual({ agency: 'office', post: 'coordinator' });
    desk.done(ref, { type: 'finish-assessment' });
    expect(desk.case(ref).stage).toBe('planning');
    expect(desk.logs.get(ref.id)).toContainEqual({
      type: 'planning-begun',
      v: 1,
      on: '2026-06-11',
      missing: ['houkatsu'],
    });
    // what comes late is still taken
    desk.done(ref, { type: 'submit-sheet', agency: 'houkatsu', text: desk.id('text') });
    expect(desk.case(ref).sheets[0]?.state).toBe('received');
  });

  it('takes no sheet that was not asked for, none twice, and none before it was asked', () => {
    const { desk, ref } = situations.sheetsIn();
    expect(desk.answer(ref, { type: 'submit-sheet', agency: 'houkatsu', text: 'text-0' })).toBe(
      'sheet.already-received',
    );
    expect(desk.answer(ref, { type: 'submit-sheet', agency: 'clinic', text: 'text-0' })).toBe('sheet.not-asked');
    const early = makeCase({ stage: 'assessment' });
    expect(early.desk.answer(early.ref, { type: 'finish-assessment' })).toBe('sheet.not-asked-yet');
  });
});

describe('プラン案', () => {
  it('[R45] has goals, an agency for each role, a period and the persons who consented', () => {
    const { desk, ref } = situations.planDrafted();
    const plan = currentPlan(desk.case(ref));
    expect(plan).toMatchObject({
      kind: 'multiAgency',
      state: 'draft',
      round: 1,
      draft: 1,
      owner: 'office',
      personIds: [say.mother],
    });
    expect(plan?.roles.map(({ agency }) => agency)).toEqual(['houkatsu', 'kikan']);
    const answer = (changes: Parameters<typeof say.draftPlan>[1]): string =>
      desk.answer(ref, say.draftPlan(desk, changes));
    expect(answer({ goals: [] })).toBe('plan.goals-missing');
    expect(answer({ roles: [] })).toBe('plan.roles-missing');
    expect(
      answer({
        roles: [
          { agency: 'kikan', text: 'text-a' },
          { agency: 'kikan', text: 'text-b' },
        ],
      }),
    ).toBe('plan.role-twice');
    expect(answer({ endsOn: desk.today })).toBe('plan.period-backwards');
    expect(answer({ startsOn: '2026-01-05', endsOn: '2026-05-29' })).toBe('date.not-ahead');
  });

  it('[R46] runs for twelve months at the most, or for what the municipality says', () => {
    const { desk, ref } = makeCase({ stage: 'planning' });
    const answer = (months: number): string =>
      desk.answer(ref, say.draftPlan(desk, { endsOn: addMonths(desk.today, months) }));
    expect(answer(12)).toBe('done');
    expect(desk.answer(ref, say.draftPlan(desk, { endsOn: '2027-06-02' }))).toBe('plan.period-too-long');
    desk.rules = { ...desk.rules, planMaxMonths: 6 };
    expect(answer(12)).toBe('plan.period-too-long');
  });

  it('replaces a draft by the next one and has to be explained again', () => {
    const { desk, ref } = situations.planDrafted();
    desk.done(ref, say.draftPlan(desk));
    expect(desk.case(ref).plans.map(({ state, draft }) => [state, draft])).toEqual([
      ['replaced', 1],
      ['draft', 2],
    ]);
    expect(desk.obligation(ref, 'plan-explanation').key).toBe(
      `plan-explanation/${currentPlan(desk.case(ref))?.id ?? ''}/0`,
    );
  });

  it('[R45] is explained to the person first and then applied for by signature or word of mouth', () => {
    const { desk, ref } = situations.planDrafted();
    desk.passTo('2026-06-10');
    const answer = (changes: Parameters<typeof say.explainPlan>[1]): string =>
      desk.answer(ref, say.explainPlan(desk, changes));
    expect(answer({ explainedOn: '2026-06-09', appliedOn: '2026-06-08' })).toBe('plan.applied-before-explained');
    expect(answer({ appliedOn: '2026-06-11' })).toBe('date.in-future');
    desk.done(
      ref,
      say.explainPlan(desk, { explainedOn: '2026-06-09', appliedOn: '2026-06-10', appliedBy: 'signature' }),
    );
    expect(currentPlan(desk.case(ref))).toMatchObject({
      explainedOn: '2026-06-09',
      appliedOn: '2026-06-10',
      appliedBy: 'signature',
    });
    expect(desk.case(ref).stage).toBe('adequacyReview');
    expect(desk.standing(ref).planning).toMatchObject({ applied: true, review: 'none', reviewAsked: false });
  });

  it("needs a person named in it who consents; another member's consent is not theirs", () => {
    const { desk, ref } = situations.planDrafted();
    desk.done(ref, say.consents(desk, say.son));
    desk.done(ref, say.withdraws(desk, say.mother));
    expect(desk.answer(ref, say.explainPlan(desk))).toBe('plan.consent-missing');
    desk.done(ref, say.draftPlan(desk));
    expect(currentPlan(desk.case(ref))?.personIds).toEqual([say.son]);
    expect(desk.answer(ref, say.explainPlan(desk))).toBe('done');
  });
});

describe('適切性の協議', () => {
  it('[R45] adequate, goes on to the decision', () => {
    const { desk, ref } = makeCase({ stage: 'decision' });
    expect(currentPlan(desk.case(ref))).toMatchObject({ review: 'adequate', reviews: 1 });
    expect(desk.standing(ref)).toMatchObject({
      planning: { review: 'adequate', reviews: 1 },
      decision: { asked: false, drafted: false, decided: false },
    });
  });

  it('with a condition, goes back to the person and is explained and applied for again', () => {
    const { desk, ref } = conditional();
    expect(desk.case(ref).stage).toBe('planning');
    expect(currentPlan(desk.case(ref))).toMatchObject({
      review: 'conditional',
      explainedOn: null,
      appliedOn: null,
      appliedBy: null,
      conditionText: expect.any(String),
    });
    expect(desk.standing(ref).planning).toMatchObject({ applied: false, reviewAsked: false, reviewPlaced: false });
    expect(desk.owed(ref)).toContain('plan-explanation');
    desk.done(ref, say.explainPlan(desk));
    expect(desk.standing(ref).planning).toMatchObject({ applied: true, review: 'none', reviewAsked: false });
    decideOnMeeting({ desk, ref }, 'adequacyReview', 'adequate');
    expect(desk.standing(ref).planning.reviews).toBe(2);
  });

  it('やり直し goes back to アセスメント: sheets are asked anew, the draft is no plan any more', () => {
    const made = makeCase({ stage: 'adequacyReview' });
    const { desk, ref } = made;
    decideOnMeeting(made, 'adequacyReview', 'redo');
    expect(desk.case(ref)).toMatchObject({
      stage: 'assessment',
      round: 1,
      assessments: 2,
      plans: [{ state: 'replaced' }],
    });
    expect(desk.standing(ref)).toMatchObject({
      round: 2,
      assessment: { asked: false, finished: false },
      planning: { applied: false, reviewAsked: false },
    });
    desk.system(ref, 'ask-for-sheets');
    expect(desk.case(ref).sheets.map(({ agency, round, state }) => [agency, round, state])).toContainEqual([
      'houkatsu',
      2,
      'asked',
    ]);
  });

  it('adjourned, dropped or cancelled, is asked for and placed once more', () => {
    const made = situations.onPlanMeeting();
    const { desk, ref } = made;
    const sitting = {
      municipality: 'town',
      kind: 'sitting',
      id: desk.case(ref).placements[0]?.sittingId ?? '',
    } as const;
    expect(desk.standing(ref).planning).toMatchObject({ reviewAsked: true, reviewPlaced: true });
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    expect(desk.standing(ref).planning).toMatchObject({ reviewAsked: false, reviewPlaced: false });
    desk.system(ref, 'ask-for-review');
    expect(desk.owed(ref)).toContain('meeting-placement');
    const again = place(made, { body: 'planMeeting', heldOn: desk.ahead(2) });
    hold(made, again.sitting);
    desk.done(again.sitting, say.dispose(desk, again.itemId, 'adjourned'));
    expect(desk.case(ref).stage).toBe('adequacyReview');
    expect(desk.standing(ref).planning).toMatchObject({ reviewAsked: false, reviewPlaced: false, review: 'none' });
  });

  it('is on one sitting at a time', () => {
    const { desk, ref } = situations.onPlanMeeting();
    expect(desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref, { body: 'planMeeting' }))).toBe(
      'item.already-placed',
    );
  });
});

describe('支援決定', () => {
  it('[R45] has 起案 with its number, decider and date; the superior of a late decider is the deputy', () => {
    const { desk, ref } = situations.approvalDrafted();
    expect(desk.obligation(ref, 'approval')).toMatchObject({
      holder: { agency: 'office', post: 'manager' },
      dueOn: '2026-06-08',
    });
    expect(desk.answer(ref, say.draftApproval(desk))).toBe('approval.already-drafted');
    desk.passTo('2026-06-09');
    expect(desk.told(ref, 'reminder', 'escalation')).toEqual([
      '2026-06-05 reminder office/manager',
      '2026-06-09 escalation office/deputy',
    ]);
    expect(desk.answer(ref, { type: 'decide-support', decidedOn: '2026-06-02' }, manager)).toBe(
      'approval.before-draft',
    );
    expect(desk.answer(ref, { type: 'decide-support', decidedOn: '2026-06-10' }, manager)).toBe('date.in-future');
    expect(desk.answer(ref, { type: 'decide-support', decidedOn: '2026-06-09' }, workflow)).toBe(
      'approval.person-only',
    );
    desk.done(ref, { type: 'decide-support', decidedOn: '2026-06-09' }, manager);
    expect(currentPlan(desk.case(ref))).toMatchObject({
      state: 'decided',
      approval: { draftedOn: '2026-06-03', documentNumber: expect.stringMatching(/^document-/) },
      decision: { decidedOn: '2026-06-09', decider: 'manager', membershipId: 'member-office-manager' },
    });
    expect(desk.standing(ref).decision).toEqual({ asked: true, drafted: true, decided: true });
  });

  it('records 代決: who decided in the place of the manager', () => {
    const { desk, ref } = situations.approvalDrafted();
    desk.done(ref, { type: 'decide-support', decidedOn: desk.today }, deputy);
    expect(currentPlan(desk.case(ref))?.decision).toMatchObject({
      decider: 'deputy',
      membershipId: 'member-office-deputy',
    });
  });

  it('[R65] keeps why a manager reads the plan, once a day and person, and asks for no reason where there is no plan', () => {
    const { desk, ref } = situations.approvalDrafted();
    const reading = { type: 'read-plan-with-reason', reasonText: 'text-reason' };
    desk.done(ref, reading, manager);
    expect(desk.logs.get(ref.id)?.at(-1)).toMatchObject({
      type: 'plan-reading-reasoned',
      on: desk.today,
      membershipId: 'member-office-manager',
      reasonText: 'text-reason',
    });
    expect([desk.answer(ref, reading, manager), desk.answer(ref, reading, deputy)]).toEqual([
      'plan.reason-given',
      'done',
    ]);
    desk.passOpenDays(1);
    desk.done(ref, reading, deputy);
    expect(desk.case(ref).planReaders).toEqual([{ membershipId: 'member-office-deputy', on: desk.today }]);
    const without = makeCase({ stage: 'planning' });
    expect(without.desk.answer(without.ref, reading, manager)).toBe('plan.missing');
  });

  it('tells the drafter and then the decider that work waits', () => {
    const { desk, ref } = situations.approvalDrafted();
    expect(desk.told(ref, 'work-waiting').slice(-2)).toEqual([
      '2026-06-03 work-waiting office/coordinator',
      '2026-06-03 work-waiting office/manager',
    ]);
  });

  it('is not drafted before its day', () => {
    const { desk, ref } = makeCase({ stage: 'decision' });
    expect(desk.answer(ref, { ...say.draftApproval(desk), draftedOn: desk.ahead(1) })).toBe('date.in-future');
  });
});
