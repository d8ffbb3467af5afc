import type { IsoDate } from '#libs/calendar';
import { code, date } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { consentMethods, type ConsentMethod } from '../codes.ts';
import { consentedToPlan } from '../consent-scope.ts';
import { currentPlan, withCurrentPlan, planNow } from '../current-plan.ts';
import { firstOf, unlessIn } from '../refusals.ts';

export const unlessPlan = (state: CaseState): Refusal | undefined =>
  currentPlan(state) ? undefined : refuse('plan.missing');

/** One of those named in the plan has to stand behind it: another member's consent is not theirs. */
export const unlessPlanConsent = (state: CaseState, { today }: Context): Refusal | undefined =>
  consentedToPlan(state, today).some(({ id }) => currentPlan(state)?.personIds.includes(id))
    ? undefined
    : refuse('plan.consent-missing');

/** 説明 and 利用申込: the person hears the plan and applies. */
export const explainPlan = command('explain-plan', {
  part: 'plan',
  stands: planNow,
  fields: { explainedOn: date('done'), appliedOn: date('done'), appliedBy: code(consentMethods) },
  likely: () => ({}),
  refusal: (state, said, ctx) =>
    firstOf(
      unlessIn(state, ['planning'], said),
      unlessPlan(state),
      unlessPlanConsent(state, ctx),
      said.explainedOn > said.appliedOn && refuse('plan.applied-before-explained'),
    ),
  decide: (state, { explainedOn, appliedOn, appliedBy }) => [
    {
      type: 'plan-explained',
      v: 2,
      planId: currentPlan(state)?.id ?? '',
      explainedOn,
      appliedOn,
      appliedBy,
      stage: 'adequacyReview',
    },
  ],
});

interface PlanExplained extends Fact<'plan-explained', 2> {
  readonly planId: string;
  readonly explainedOn: IsoDate;
  readonly appliedOn: IsoDate;
  readonly appliedBy: ConsentMethod;
  readonly stage: 'adequacyReview';
}

export const planExplained = event<PlanExplained>('plan-explained', 2, {
  fold: (state, { explainedOn, appliedOn, appliedBy, stage }) => ({
    ...withCurrentPlan(state, (plan) => ({ ...plan, explainedOn, appliedOn, appliedBy, review: 'none' })),
    stage,
    reviewAsked: false,
  }),
  raises: () => ['plan'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
