const rules = 'libs/domain/src/case';

/** C. Plan, monitoring, evaluation, forms. */
export const mutants = [
  {
    requirement: 'R45',
    file: `${rules}/plan/draft-plan.ts`,
    find: "refuse('plan.goals-missing')",
    replace: 'undefined',
    spec: `${rules}/planning.spec.ts`,
  },
  {
    requirement: 'R45',
    file: `${rules}/plan/explain-plan.ts`,
    find: 'said.explainedOn > said.appliedOn',
    replace: 'said.explainedOn === said.appliedBy',
    spec: `${rules}/planning.spec.ts`,
  },
  {
    requirement: 'R45',
    file: 'libs/domain/src/record/decider.ts',
    find: "posts.includes('manager') ? 'manager' : 'deputy'",
    replace: "posts.includes('manager') ? 'deputy' : 'manager'",
    spec: `${rules}/planning.spec.ts`,
  },
  {
    requirement: 'R46',
    file: `${rules}/plan/draft-plan.ts`,
    find: 'addMonths(said.startsOn, ctx.rules.planMaxMonths)',
    replace: 'addMonths(said.startsOn, 12)',
    spec: `${rules}/planning.spec.ts`,
  },
  {
    requirement: 'R46',
    file: `${rules}/plan/plan-owed.ts`,
    find: 'dueOn: plan.endsOn,',
    replace: 'dueOn: plan.startsOn,',
    spec: `${rules}/support.spec.ts`,
  },
  {
    requirement: 'R47',
    file: `${rules}/plan/decide-support.ts`,
    find: 'nextEvaluationOn: addMonths(decidedOn, rules.evaluationEveryMonths)',
    replace: 'nextEvaluationOn: addMonths(decidedOn, 3)',
    spec: `${rules}/support.spec.ts`,
  },
  {
    requirement: 'R47',
    file: `${rules}/plan/decide-support.ts`,
    find: 'evaluation: { ...state.evaluation, dueOn: nextEvaluationOn,',
    replace: 'evaluation: { ...state.evaluation, dueOn: decidedOn,',
    spec: `${rules}/support.spec.ts`,
  },
  {
    requirement: 'R48',
    file: `${rules}/support/evaluation.ts`,
    find: "refuse('evaluation.goal-missing')",
    replace: 'undefined',
    spec: `${rules}/support.spec.ts`,
  },
  {
    requirement: 'R48',
    file: `${rules}/support/evaluation.ts`,
    find: 'evaluation: { ...state.evaluation, record: evaluation },',
    replace: '',
    spec: `${rules}/support.spec.ts`,
  },
  {
    requirement: 'R48',
    file: `${rules}/closing/support-ended.ts`,
    find: "refuse('closure.evaluation-missing')",
    replace: 'undefined',
    spec: `${rules}/closing.spec.ts`,
  },
  {
    requirement: 'R48',
    file: `${rules}/closing/standing-at-end.ts`,
    find: 'missing > 0 &&',
    replace: 'missing === persons.length &&',
    spec: `${rules}/closing.spec.ts`,
  },
  {
    requirement: 'R51',
    file: `${rules}/intake/open-case.ts`,
    find: '!said.concerns.includes(said.worstConcern) &&',
    replace: 'said.concerns.length === 0 &&',
    spec: `${rules}/intake.spec.ts`,
  },
];
