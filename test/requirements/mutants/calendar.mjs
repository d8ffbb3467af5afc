const calendar = 'libs/calendar/src';

/** D. Calendar and deadlines. */
export const mutants = [
  {
    requirement: 'R55',
    file: `${calendar}/closed-days.ts`,
    find: "return '年末年始'",
    replace: 'return undefined',
    spec: `${calendar}/office-calendar.spec.ts`,
  },
  {
    requirement: 'R55',
    file: `${calendar}/closed-days.ts`,
    find: 'if (openDays.has(on)) return undefined;',
    replace: '',
    spec: `${calendar}/office-calendar.spec.ts`,
  },
  {
    requirement: 'R55',
    file: 'libs/profiles/src/calendar-of.ts',
    find: 'holidays: nationalHolidays,',
    replace: 'holidays: [],',
    spec: 'libs/profiles/src/higashiagatsuma.spec.ts',
  },
  {
    requirement: 'R56',
    file: `${calendar}/holiday-csv.ts`,
    find: 'if (earlierLine !== undefined) {',
    replace: 'if (earlierLine === 0) {',
    spec: `${calendar}/holiday-csv.spec.ts`,
  },
  {
    requirement: 'R56',
    file: `${calendar}/closed-days.ts`,
    find: 'fixed.every((on) => days.has(on))',
    replace: 'fixed.some((on) => days.has(on))',
    spec: `${calendar}/office-calendar.spec.ts`,
  },
  {
    requirement: 'R57',
    file: `${calendar}/office-calendar.ts`,
    find: 'days.stepped(on, -1))',
    replace: 'days.stepped(on, 1))',
    spec: `${calendar}/office-calendar.spec.ts`,
  },
  {
    requirement: 'R57',
    file: 'libs/domain/src/record/schedule.ts',
    find: 'const dueOn = calendar.nextOpen(',
    replace: 'const dueOn = String(',
    spec: 'libs/domain/src/record/keeping.spec.ts',
  },
  {
    requirement: 'R58',
    file: `${calendar}/open-days.ts`,
    find: 'openBefore(on, 1) + step :',
    replace: 'openBefore(on, 0) + step :',
    spec: `${calendar}/office-calendar.spec.ts`,
  },
  {
    requirement: 'R59',
    file: `${calendar}/wareki.ts`,
    find: "eraYear === 1 ? '元'",
    replace: "eraYear === 0 ? '元'",
    spec: `${calendar}/wareki.spec.ts`,
  },
  {
    requirement: 'R59',
    file: `${calendar}/fiscal-year.ts`,
    find: 'month >= 4',
    replace: 'month > 4',
    spec: `${calendar}/wareki.spec.ts`,
  },
  {
    requirement: 'R60',
    file: 'libs/profiles/src/rules-of.ts',
    find: '[kind, valueOn(rule, on)]',
    replace: '[kind, { ...valueOn(rule, on), ladder: [] }]',
    spec: 'libs/profiles/src/higashiagatsuma.spec.ts',
  },
  {
    requirement: 'R60',
    file: 'libs/profiles/src/load-profile.ts',
    find: 'Object.hasOwn(over, key) ?',
    replace: 'Object.hasOwn(over, key) && !Object.hasOwn(base, key) ?',
    spec: 'libs/profiles/src/load-profile.spec.ts',
  },
];
