import { civilDate, padded, wholeNumber } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';

/** Before 1873 the year is told as 西暦: what is stored is always shown. */
type Era = '西暦' | '明治' | '大正' | '昭和' | '平成' | '令和';

/** A date told by the Japanese era. */
export interface Wareki {
  readonly era: Era;
  /** 1 in the first year of the era. */
  readonly eraYear: number;
  /** '令和8年11月20日'; the first year is 元年. */
  readonly text: string;
  /** Letter and year: 'R8'. */
  readonly short: string;
}

interface EraSpan {
  readonly era: Era;
  readonly letter: string;
  readonly firstYear: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

// The day of change belongs to both eras in 1912 and 1926 (the edicts took effect the same day), to the new one only since 1989.
// 明治 begins here with the solar calendar: dates of 明治5年 and before are of another calendar.
const eras: readonly EraSpan[] = [
  { era: '令和', letter: 'R', firstYear: 2019, from: '2019-05-01', until: '9999-12-31' },
  { era: '平成', letter: 'H', firstYear: 1989, from: '1989-01-08', until: '2019-04-30' },
  { era: '昭和', letter: 'S', firstYear: 1926, from: '1926-12-25', until: '1989-01-07' },
  { era: '大正', letter: 'T', firstYear: 1912, from: '1912-07-30', until: '1926-12-25' },
  { era: '明治', letter: 'M', firstYear: 1868, from: '1873-01-01', until: '1912-07-30' },
];

/** `on` in the Japanese era (R59); before 1873-01-01, when the solar calendar began, in 西暦. */
export function toWareki(on: IsoDate): Wareki {
  const { year, month, day } = civilDate(on);
  // ISO dates of four-digit years compare as text.
  const span = eras.find((candidate) => candidate.from <= on);
  if (span === undefined)
    return { era: '西暦', eraYear: year, text: `西暦${year}年${month}月${day}日`, short: String(year) };
  const eraYear = year - span.firstYear + 1;
  return {
    era: span.era,
    eraYear,
    text: `${span.era}${eraYearText(eraYear)}年${month}月${day}日`,
    short: `${span.letter}${eraYear}`,
  };
}

/** '令和8年度' for 2026. A 年度 in which the era changed before October bears the new name, as 令和元年度 did. */
export function fiscalYearText(fiscalYear: number): string {
  const { era, eraYear } = toWareki(`${padded(wholeNumber(fiscalYear), 4)}-09-30`);
  return `${era}${eraYearText(eraYear)}年度`;
}

function eraYearText(eraYear: number): string {
  return eraYear === 1 ? '元' : String(eraYear);
}
