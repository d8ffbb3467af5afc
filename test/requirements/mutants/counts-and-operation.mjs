const rules = 'libs/domain/src/case';

/** F. Statistics and G. Operation. */
export const mutants = [
  {
    requirement: 'R77',
    file: `${rules}/plan/decide-support.ts`,
    find: "'plan.replan' : 'plan.new'",
    replace: "'plan.new' : 'plan.new'",
    spec: `${rules}/counts.spec.ts`,
  },
  {
    requirement: 'R77',
    file: `${rules}/closing/support-ended.ts`,
    find: "counts: () => ['closure']",
    replace: 'counts: () => []',
    spec: `${rules}/counts.spec.ts`,
  },
  {
    requirement: 'R77',
    file: 'libs/domain/src/sitting/agenda/give-disposition.ts',
    find: "result === 'adjourned' ? []",
    replace: 'result.length === 0 ? []',
    spec: `${rules}/counts.spec.ts`,
  },
  {
    requirement: 'R82',
    file: 'libs/profiles/src/rules-of.ts',
    find: 'name: valueOn(body.name, on),',
    replace: "name: '支援会議',",
    spec: 'libs/profiles/src/load-profile.spec.ts',
  },
  {
    requirement: 'R78',
    file: 'libs/profiles/src/targets-of.ts',
    find: 'years[fiscalYear]?.target',
    replace: 'years[fiscalYear + 1]?.target',
    spec: 'libs/profiles/src/higashiagatsuma.spec.ts',
  },
  {
    requirement: 'R85',
    file: 'libs/access/src/decide.ts',
    find: "asker.kind === 'person' ? asker.posts :",
    replace: "asker.kind === 'person' ? asker.posts.slice(0, 1) :",
    spec: 'libs/access/src/decision-table.spec.ts',
  },
  {
    requirement: 'R85',
    file: 'libs/domain/src/record/step-notices.ts',
    find: ' || obligation.holder.agency === obligation.askedBy',
    replace: '',
    spec: 'libs/domain/src/record/stall.spec.ts',
  },
  {
    requirement: 'R85',
    file: `${rules}/handoff/send-handoff.ts`,
    find: 'from === to ? [sent, acceptanceOf',
    replace: "from === '' ? [sent, acceptanceOf",
    spec: `${rules}/handoff.spec.ts`,
  },
  {
    requirement: 'R83',
    file: 'libs/domain/src/sitting/course/basis-refusal.ts',
    find: 'holds?.usable === false',
    replace: "holds?.programmeStatus !== 'implementing'",
    spec: 'libs/domain/src/sitting/basis-by-date.spec.ts',
  },
  {
    requirement: 'R83',
    file: 'libs/profiles/src/basis-periods.ts',
    find: 'usable: rule.value.includes(status.value),',
    replace: "usable: status.value === 'implementing',",
    spec: 'libs/profiles/src/basis-periods.spec.ts',
  },
  {
    requirement: 'R85',
    file: 'libs/domain/src/record/step-notices.ts',
    find: "if (isManager) return { agency, to: 'deputy' };",
    replace: '',
    spec: 'libs/domain/src/record/step-notices.spec.ts',
  },
  {
    requirement: 'R77',
    file: `libs/domain/src/sitting/agenda/give-disposition.ts`,
    find: "result === 'adjourned' ? [] :",
    replace: '',
    spec: 'libs/domain/src/sitting/sitting-course.spec.ts',
  },
];
