import { civilDate, padded, wholeNumber } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';

/** The 年度 (1 April to 31 March, named by the year it begins in) to which `on` belongs (R59). */
export function fiscalYearOf(on: IsoDate): number {
  const { year, month } = civilDate(on);
  return month >= 4 ? year : year - 1;
}

/** 1 April of the 年度. */
export function fiscalYearStart(fiscalYear: number): IsoDate {
  return `${padded(wholeNumber(fiscalYear), 4)}-04-01`;
}

/** 31 March of the following year: the last day of the 年度. */
export function fiscalYearEnd(fiscalYear: number): IsoDate {
  return `${padded(wholeNumber(fiscalYear) + 1, 4)}-03-31`;
}
