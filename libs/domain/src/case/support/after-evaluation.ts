import { addMonths, type IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { CaseState } from '../case-state.ts';
import { event } from '../case-units.ts';
import { withCurrentPlan } from '../current-plan.ts';

interface ReplanBegun extends Fact<'replan-begun', 2> {
  readonly on: IsoDate;
  readonly round: number;
  readonly assessments: number;
}

/** 再プラン: a new round of the same case. */
export const newRound = (state: CaseState, ctx: Context): ReplanBegun => ({
  type: 'replan-begun',
  v: 2,
  on: ctx.today,
  round: state.round + 1,
  assessments: state.assessments + 1,
});

export const replanBegun = event<ReplanBegun>('replan-begun', 2, {
  fold: (state, { round, assessments }) => ({
    ...withCurrentPlan(state, (plan) => ({ ...plan, state: 'replaced' })),
    stage: 'assessment',
    round,
    assessments,
    ...nothingAsked(state),
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});

/** The main line begins once more: what was asked for and dated before holds no longer. */
export const nothingAsked = (
  state: CaseState,
): Pick<CaseState, 'reviewAsked' | 'approvalAsked' | 'monitoring' | 'evaluation'> => ({
  reviewAsked: false,
  approvalAsked: false,
  monitoring: { ...state.monitoring, open: false, due: false, nextOn: null },
  evaluation: { n: state.evaluation.n + 1, dueOn: null, due: false, record: null },
});

interface SupportContinued extends Fact<'support-continued', 2> {
  readonly on: IsoDate;
  readonly nextEvaluationOn: IsoDate;
  /** `null`: counted anew from today. */
  readonly nextMonitoringOn: IsoDate | null;
}

/** The evaluation was talked over and support goes on. A monthly date that passed during it is counted anew from its end. */
export const continuation = ({ monitoring }: CaseState, { today, rules }: Context): SupportContinued => ({
  type: 'support-continued',
  v: 2,
  on: today,
  nextEvaluationOn: addMonths(today, rules.evaluationEveryMonths),
  nextMonitoringOn: monitoring.nextOn !== null && monitoring.nextOn < today ? null : monitoring.nextOn,
});

export const supportContinued = event<SupportContinued>('support-continued', 2, {
  fold: (state, { nextEvaluationOn, nextMonitoringOn }) => ({
    ...state,
    stage: 'support',
    monitoring: { ...state.monitoring, nextOn: nextMonitoringOn },
    evaluation: { n: state.evaluation.n + 1, dueOn: nextEvaluationOn, due: false, record: null },
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});

interface SupportInterrupted extends Fact<'support-interrupted', 1> {
  readonly on: IsoDate;
  readonly reviewOn: IsoDate;
}

/** 中断: stopped without an end, looked at again on a date. */
export const interruption = (reviewOn: IsoDate, ctx: Context): SupportInterrupted => ({
  type: 'support-interrupted',
  v: 1,
  on: ctx.today,
  reviewOn,
});

export const supportInterrupted = event<SupportInterrupted>('support-interrupted', 1, {
  fold: (state, { reviewOn }) => ({
    ...state,
    stage: 'interrupted',
    interruption: { n: (state.interruption?.n ?? 0) + 1, reviewOn },
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  counts: () => ['interruption'],
});
