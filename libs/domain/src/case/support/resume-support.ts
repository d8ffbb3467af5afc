import { addMonths, type IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { inCharge } from '../expectation-parts.ts';
import { unlessIn } from '../refusals.ts';

/** 中断: looked at again on a date; it does not end by itself. */
export const interruptionOwed = (state: CaseState): Expectation => ({
  key: `interruption-review/${String(state.interruption?.n ?? 0)}`,
  kind: 'interruption-review',
  holder: inCharge(state),
  blocking: true,
  ...(state.interruption ? { dueOn: state.interruption.reviewOn } : {}),
});

/** 再開 of an interrupted support. */
export const resumeSupport = command('resume-support', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: {},
  likely: () => ({}),
  refusal: (state, said) => unlessIn(state, ['interrupted'], said),
  decide: (_state, _said, { today, rules }) => [
    {
      type: 'support-resumed',
      v: 1,
      on: today,
      nextMonitoringOn: addMonths(today, rules.monitoringEveryMonths),
      nextEvaluationOn: addMonths(today, rules.evaluationEveryMonths),
    },
  ],
});

interface SupportResumed extends Fact<'support-resumed', 1> {
  readonly on: IsoDate;
  readonly nextMonitoringOn: IsoDate;
  readonly nextEvaluationOn: IsoDate;
}

export const supportResumed = event<SupportResumed>('support-resumed', 1, {
  fold: (state, { nextMonitoringOn, nextEvaluationOn }) => ({
    ...state,
    stage: 'support',
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: nextMonitoringOn },
    evaluation: { n: state.evaluation.n + 1, dueOn: nextEvaluationOn, due: false, record: null },
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
