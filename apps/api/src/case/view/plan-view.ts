import type { CaseState } from '#libs/domain';
import type { Colleague, PlanView } from '#libs/views';
import { enteredView } from '../../records/entered-view.ts';
import { nameOf } from '../../records/people.ts';
import type { TextsRead } from '../../records/texts-read.ts';

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
    roles: plan.roles.map((role) => ({
      ...role,
      text: texts.of(role.text),
      entered: enteredView(role.entered, people),
    })),
    conditionText: texts.of(plan.conditionText),
    appliedBy: texts.mask(plan.directionText).masked ? null : plan.appliedBy,
    decision: decision && {
      decidedOn: decision.decidedOn,
      decider: decision.decider,
      deciderName: nameOf(people, decision.membershipId),
    },
    ...texts.mask(plan.directionText),
  }));
