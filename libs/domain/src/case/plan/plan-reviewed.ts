import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { event } from '../case-units.ts';
import { currentPlan, withCurrentPlan } from '../current-plan.ts';

interface PlanReviewed extends Fact<'plan-reviewed', 2> {
  readonly planId: string;
  readonly result: 'adequate' | 'conditional' | 'redo';
  readonly on: IsoDate;
  readonly conditionText: TextId | null;
  readonly stage: 'decision' | 'planning' | 'assessment';
  readonly assessments: number;
  /** It goes back to the person: explained and applied for once more. */
  readonly explainAgain: boolean;
  /** Another plan takes its place. */
  readonly replaced: boolean;
}

const stageAfter = { adequate: 'decision', conditional: 'planning', redo: 'assessment' } as const;

/** 適切性の協議: 適当 goes on to the decision, 条件付き back to the person, 再検討 back to アセスメント. */
export function planReview(
  state: CaseState,
  result: PlanReviewed['result'],
  conditionText: TextId,
  ctx: Context,
): readonly PlanReviewed[] {
  const plan = currentPlan(state);
  if (!plan) return [];
  return [
    {
      type: 'plan-reviewed',
      v: 2,
      planId: plan.id,
      result,
      on: ctx.today,
      conditionText: result === 'conditional' ? conditionText : null,
      stage: stageAfter[result],
      assessments: state.assessments + (result === 'redo' ? 1 : 0),
      explainAgain: result === 'conditional',
      replaced: result === 'redo',
    },
  ];
}

export const planReviewed = event<PlanReviewed>('plan-reviewed', 2, {
  fold: (state, { result, conditionText, stage, assessments, explainAgain, replaced }) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      review: result,
      reviews: plan.reviews + 1,
      conditionText,
      ...(explainAgain ? { explainedOn: null, appliedOn: null, appliedBy: null } : {}),
      ...(replaced ? { state: 'replaced' as const } : {}),
    })),
    stage,
    assessments,
    reviewAsked: false,
    approvalAsked: false,
  }),
  raises: () => ['plan'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
