import type { Profile } from './load-profile.ts';
import { valueIfKnown, valueOn, type Sourced } from './schema/sourced.ts';

/** 評価指標 of one 年度 (R78): what is aimed at, a number or the words that stand in its place. */
interface Target {
  readonly code: string;
  readonly programme: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number | string;
  /** What the plan writes beside the figure. */
  readonly words: string | undefined;
  /** What the 年度 before reached, when the plan says so. */
  readonly before: number | string | undefined;
  /** Names of the counters that are added up for it; nothing where it is entered by hand or nobody has said how to count. */
  readonly counters: readonly string[] | undefined;
}

/** The indicators that have a target in that 年度 (the year in which it begins), in the order of the plan. */
export function targetsOf(profile: Profile, fiscalYear: number): readonly Target[] {
  const on = `${fiscalYear}-04-01`;
  const known = (entries: Sourced<number | string> | undefined): number | string | undefined =>
    entries && valueIfKnown(entries, on);
  return Object.entries(profile.indicators).flatMap(([code, { programme, name, unit, counters, years }]): Target[] => {
    const { words } = years[fiscalYear] ?? {};
    const target = known(years[fiscalYear]?.target);
    if (target === undefined) return [];
    return [
      {
        code,
        programme: valueOn(programme, on),
        name: valueOn(name, on),
        unit: valueOn(unit, on),
        target,
        words: words && valueIfKnown(words, on),
        before: known(years[fiscalYear - 1]?.actual),
        counters: valueIfKnown(counters, on),
      },
    ];
  });
}
