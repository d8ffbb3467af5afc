import type { CaseState, Plan } from '#libs/domain';
import { nameOf, type Colleague } from '../../records/people.ts';
import type { TextsRead } from '../../records/texts-read.ts';

type Shown<T, K extends keyof T> = Omit<T, K>;

export interface PlanView extends Shown<
  Plan,
  'directionText' | 'goals' | 'roles' | 'conditionText' | 'decision' | 'kind'
> {
  readonly directionText: string | null;
  readonly goals: readonly (Omit<Plan['goals'][number], 'text'> & { readonly text: string | null })[];
  readonly roles: readonly (Omit<Plan['roles'][number], 'text'> & { readonly text: string | null })[];
  readonly conditionText: string | null;
  readonly decision: {
    readonly decidedOn: string;
    readonly decider: 'manager' | 'deputy';
    readonly deciderName: string | null;
  } | null;
  readonly masked?: true;
}

/** 多機関協働プラン of all rounds, the newest last. */
export const planViews = (state: CaseState, texts: TextsRead, people: readonly Colleague[]): readonly PlanView[] =>
  state.plans.map(({ kind: _kind, decision, ...plan }) => ({
    ...plan,
    directionText: texts.of(plan.directionText),
    goals: plan.goals.map((goal) => ({
      ...goal,
      text: texts.of(goal.text),
      outcome: texts.mask(goal.text).masked ? null : goal.outcome,
    })),
    roles: plan.roles.map((role) => ({ ...role, text: texts.of(role.text) })),
    conditionText: texts.of(plan.conditionText),
    appliedBy: texts.mask(plan.directionText).masked ? null : plan.appliedBy,
    decision: decision && {
      decidedOn: decision.decidedOn,
      decider: decision.decider,
      deciderName: nameOf(people, decision.membershipId),
    },
    ...texts.mask(plan.directionText),
  }));
