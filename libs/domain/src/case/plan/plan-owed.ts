import type { Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import { currentPlan } from '../current-plan.ts';
import { coordinator, manager, nextStep } from '../expectation-parts.ts';

/** プラン案: to be drafted, then explained to the person and applied for. */
export function planningOwed(state: CaseState, ctx: Context): Expectation {
  const plan = currentPlan(state);
  const holder = coordinator(ctx);
  return plan && plan.explainedOn === null
    ? { key: `plan-explanation/${plan.id}/${String(plan.reviews)}`, kind: 'plan-explanation', holder, blocking: true }
    : { key: `plan-draft/${String(state.assessments)}`, kind: 'plan-draft', holder, blocking: true };
}

/** 支援決定待ち: 起案, then 決裁. */
export function decisionOwed(state: CaseState, ctx: Context): Expectation {
  const plan = currentPlan(state);
  if (plan?.approval) return { key: `approval/${plan.id}`, kind: 'approval', holder: manager(ctx), blocking: true };
  const id = plan?.id ?? '';
  return state.approvalAsked
    ? { key: `approval-draft/${id}`, kind: 'approval-draft', holder: coordinator(ctx), blocking: true }
    : nextStep(`ask-for-approval/${id}`, ctx);
}

/** A decided plan runs out on its last day. */
export function planEndOwed(state: CaseState, ctx: Context): readonly Expectation[] {
  const plan = currentPlan(state);
  return plan?.state === 'decided' && (state.stage === 'support' || state.stage === 'evaluation')
    ? [
        {
          key: `plan-end/${plan.id}`,
          kind: 'plan-end',
          holder: coordinator(ctx),
          blocking: true,
          dueOn: plan.endsOn,
        },
      ]
    : [];
}
