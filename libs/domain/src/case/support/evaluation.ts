import type { IsoDate } from '#libs/calendar';
import { codePerId, codes, date, orNull, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import { toDesk } from '../../record/words.ts';
import type { CaseState, Evaluation } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { changeCodes, goalOutcomes } from '../codes.ts';
import { aboutPlan, currentPlan, withCurrentPlan } from '../current-plan.ts';
import { inCharge } from '../expectation-parts.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';

/** 評価 (R48): its date stands from the decision on … */
export const evaluationOwed = (state: CaseState): Expectation => ({
  key: `evaluation/${String(state.evaluation.n)}`,
  kind: 'evaluation',
  holder: inCharge(state),
  blocking: true,
  ...(state.evaluation.dueOn === null ? {} : { dueOn: state.evaluation.dueOn }),
});

/** … when it has come it is due … */
export const evaluationDue = (state: CaseState): CaseState => ({
  ...state,
  evaluation: { ...state.evaluation, due: true },
});

/** … and the procedure begins it. */
export const beginEvaluation = command('begin-evaluation', {
  part: null,
  fields: {},
  likely: null,
  refusal: ({ stage, evaluation }) => (stage !== 'support' || !evaluation.due ? alreadySo : undefined),
  decide: (state, _said, ctx) => [evaluationFrom(state, ctx)],
});

/** Somebody begins it before its date, or after an interruption. */
export const evaluateNow = command('evaluate-now', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: {},
  likely: () => ({}),
  refusal: (state, said) => unlessIn(state, ['support', 'interrupted'], said),
  decide: (state, _said, ctx) => [evaluationFrom(state, ctx)],
});

interface EvaluationBegun extends Fact<'evaluation-begun', 2> {
  readonly on: IsoDate;
  /** The evaluation that begins, without a record so far. */
  readonly n: number;
  readonly dueOn: IsoDate | null;
}

/** After an interruption the old evaluation says nothing any more: another one begins, its date counted from today. */
const evaluationFrom = ({ stage, evaluation }: CaseState, { today }: Context): EvaluationBegun => ({
  type: 'evaluation-begun',
  v: 2,
  on: today,
  ...(stage === 'interrupted'
    ? { n: evaluation.n + 1, dueOn: null }
    : { n: evaluation.n, dueOn: evaluation.dueOn ?? today }),
});

export const evaluationBegun = event<EvaluationBegun>('evaluation-begun', 2, {
  fold: (state, { n, dueOn }) => ({ ...state, stage: 'evaluation', evaluation: { n, dueOn, due: true, record: null } }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  notifies: (_begun, after) => [toDesk(after.leadAgency, 'work-waiting', 'evaluation')],
});

/** An outcome per goal (by the goal's id), changes, the person's view. */
export const recordEvaluation = command('record-evaluation', {
  part: 'evaluation',
  stands: ({ evaluation }) => ({ ...evaluation.record }),
  fields: {
    recordedOn: date('done'),
    goalOutcomes: codePerId(goalOutcomes),
    changes: codes(changeCodes),
    personsViewText: text('persons-view', 10_000),
    staffOpinionText: text('staff-opinion', 10_000),
    remainingText: orNull(text('remaining-issues', 10_000)),
  },
  likely: (state) => ({
    goalOutcomes: Object.fromEntries((currentPlan(state)?.goals ?? []).map(({ id }) => [id, 'partly'])),
  }),
  refusal: (state, said) => {
    const goals = currentPlan(state)?.goals ?? [];
    const given = Object.keys(said.goalOutcomes);
    return firstOf(
      unlessIn(state, ['evaluation'], said),
      goals.some(({ id }) => !given.includes(id)) && refuse('evaluation.goal-missing'),
      given.some((id) => !goals.some((goal) => goal.id === id)) && refuse('evaluation.goal-unknown'),
    );
  },
  decide: (state, { type: _type, ...written }) => [
    { type: 'evaluation-recorded', v: 1, evaluation: { n: state.evaluation.n, ...aboutPlan(state), ...written } },
  ],
});

interface EvaluationRecorded extends Fact<'evaluation-recorded', 1> {
  readonly evaluation: Evaluation;
}

export const evaluationRecorded = event<EvaluationRecorded>('evaluation-recorded', 1, {
  fold: (state, { evaluation }) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      goals: plan.goals.map((goal) => ({ ...goal, outcome: evaluation.goalOutcomes[goal.id] ?? goal.outcome })),
    })),
    evaluation: { ...state.evaluation, record: evaluation },
  }),
  raises: () => ['evaluation'],
  area: () => ({ kind: 'support' }),
  tells: null,
  ...quiet,
});
