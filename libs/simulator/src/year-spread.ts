import { runYear, type YearOrder, type YearReport } from './town-year.ts';

/** An indicator over many years that differ in chance alone. */
interface IndicatorSpread {
  readonly name: string;
  readonly unit: string;
  readonly target: number | string;
  /** Of the years in order of the actual: the least, a quarter, half and three quarters of the way, the most. */
  readonly actual: Readonly<Record<'least' | 'quarter' | 'middle' | 'threeQuarters' | 'most', number>> | undefined;
}

export interface YearSpread {
  readonly municipalityName: string;
  readonly year: string;
  readonly years: number;
  readonly indicators: readonly IndicatorSpread[];
  /** 案件 on one 支援会議, in the year in the middle. */
  readonly itemsPerSupportMeeting: number;
}

/** The same 年度 with seed, seed + 1, …: how much of a result is chance. */
export async function runYears(order: YearOrder, years: number): Promise<readonly YearReport[]> {
  const reports: YearReport[] = [];
  for (let nth = 0; nth < years; nth += 1) reports.push(await runYear({ ...order, seed: order.seed + nth }));
  return reports;
}

/** @throws RangeError when there is no year */
export function spreadOf(reports: readonly YearReport[]): YearSpread {
  const [first] = reports;
  if (!first) throw new RangeError('a spread of no years');
  return {
    municipalityName: first.municipalityName,
    year: first.year,
    years: reports.length,
    indicators: first.indicators.map(({ name, unit, target }, index) => {
      const actuals = reports.flatMap(({ indicators }) => indicators[index]?.actual ?? []);
      return { name, unit, target, actual: actuals.length === 0 ? undefined : quartersOf(actuals) };
    }),
    itemsPerSupportMeeting: quartersOf(
      reports.map(({ supportMeetings: { held, items } }) => (held === 0 ? 0 : items / held)),
    ).middle,
  };
}

function quartersOf(values: readonly number[]): NonNullable<IndicatorSpread['actual']> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  return { least: at(0), quarter: at(0.25), middle: at(0.5), threeQuarters: at(0.75), most: at(1) };
}

/** The spread as `tsunagi year --seeds` prints it. Japanese, plain text. */
export function printSpread({ municipalityName, year, years, indicators, itemsPerSupportMeeting }: YearSpread): string {
  return [
    `${municipalityName} ${year} のシミュレーション ${years}通り`,
    '職員と世帯はすべて架空です。違うのは偶然だけです。',
    '',
    '目標と実績(まんなか、半分が入る幅、最少から最多)',
    ...indicators.flatMap(({ name, unit, target, actual }) =>
      actual
        ? [
            `  ${name}: 目標 ${target}${typeof target === 'number' ? unit : ''}、実績 ${actual.middle}${unit}(${actual.quarter}~${actual.threeQuarters}、${actual.least}~${actual.most})`,
          ]
        : [],
    ),
    '',
    `支援会議1回の案件: ${itemsPerSupportMeeting.toFixed(1)}件(まんなかの年)`,
  ].join('\n');
}
