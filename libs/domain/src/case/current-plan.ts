import type { CaseState, Plan } from './case-state.ts';

/** The plan of this round, the newest draft. */
export const currentPlan = (state: CaseState): Plan | undefined =>
  state.plans.findLast((plan) => plan.state === 'draft' || plan.state === 'decided');

export const withCurrentPlan = (state: CaseState, change: (plan: Plan) => Plan): CaseState => {
  const current = currentPlan(state);
  return { ...state, plans: state.plans.map((plan) => (plan === current ? change(plan) : plan)) };
};
