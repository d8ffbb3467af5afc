import { addMonths, type IsoDate } from '#libs/calendar';
import { date } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { deciderOf, type Decider } from '../../record/decider.ts';
import { command, event } from '../case-units.ts';
import { currentPlan, withCurrentPlan, planNow } from '../current-plan.ts';
import { firstOf, unlessIn } from '../refusals.ts';
import { unlessPlanConsent } from './explain-plan.ts';

/** 支援決定 by the municipality (R45); by 代決 the record says so. */
export const decideSupport = command('decide-support', {
  part: 'plan',
  stands: planNow,
  fields: { decidedOn: date('done') },
  likely: () => ({}),
  refusal: (state, said, ctx) => {
    const approval = currentPlan(state)?.approval;
    return firstOf(
      unlessIn(state, ['decision'], said),
      !approval && refuse('approval.not-drafted'),
      unlessPlanConsent(state, ctx),
      Boolean(approval && said.decidedOn < approval.draftedOn) && refuse('approval.before-draft'),
      ctx.actor.kind !== 'person' && refuse('approval.person-only'),
    );
  },
  decide: (state, { decidedOn }, { actor, rules }) => [
    {
      type: 'support-decided',
      v: 1,
      planId: currentPlan(state)?.id ?? '',
      decidedOn,
      decider: deciderOf(actor),
      membershipId: actor.kind === 'person' ? actor.membershipId : '',
      nextMonitoringOn: addMonths(decidedOn, rules.monitoringEveryMonths),
      nextEvaluationOn: addMonths(decidedOn, rules.evaluationEveryMonths),
    },
  ],
});

interface SupportDecided extends Fact<'support-decided', 1> {
  readonly planId: string;
  readonly decidedOn: IsoDate;
  readonly decider: Decider;
  readonly membershipId: string;
  readonly nextMonitoringOn: IsoDate;
  readonly nextEvaluationOn: IsoDate;
}

export const supportDecided = event<SupportDecided>('support-decided', 1, {
  fold: (state, { decidedOn, decider, membershipId, nextMonitoringOn, nextEvaluationOn }) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      state: 'decided',
      decision: { decidedOn, decider, membershipId },
    })),
    stage: 'support',
    supportSince: decidedOn,
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: nextMonitoringOn },
    evaluation: { ...state.evaluation, dueOn: nextEvaluationOn, due: false, record: null },
  }),
  raises: () => ['plan'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  counts: (_decided, after) => [after.round > 1 ? 'plan.replan' : 'plan.new'],
});
