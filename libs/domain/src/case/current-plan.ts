import type { CaseState, Plan } from './case-state.ts';

/** The plan of this round, the newest draft. */
export const currentPlan = (state: CaseState): Plan | undefined =>
  state.plans.findLast((plan) => plan.state === 'draft' || plan.state === 'decided');

export const withCurrentPlan = (state: CaseState, change: (plan: Plan) => Plan): CaseState => {
  const current = currentPlan(state);
  return { ...state, plans: state.plans.map((plan) => (plan === current ? change(plan) : plan)) };
};

/** What stands in the plan of this round, in the fields of the commands that change it. */
export function planNow(state: CaseState): Readonly<Record<string, unknown>> {
  const plan = currentPlan(state);
  if (!plan) return {};
  const { startsOn, endsOn, directionText, explainedOn, appliedOn, appliedBy, approval, decision } = plan;
  return {
    startsOn,
    endsOn,
    directionText,
    goals: plan.goals.map(({ text }) => ({ text })),
    roles: plan.roles.map(({ agency, text }) => ({ agency, text })),
    explainedOn,
    appliedOn,
    appliedBy,
    draftedOn: approval?.draftedOn ?? null,
    documentNumber: approval?.documentNumber ?? null,
    decidedOn: decision?.decidedOn ?? null,
  };
}

/** What is written on the way of a plan is about the persons of that plan. */
export const aboutPlan = (state: CaseState): { readonly personIds?: readonly string[] } => {
  const plan = currentPlan(state);
  return plan ? { personIds: plan.personIds } : {};
};
