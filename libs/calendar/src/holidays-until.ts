import type { IsoDate } from './civil-date.ts';
import { fiscalYearEnd, fiscalYearOf } from './fiscal-year.ts';
import type { OfficeCalendar } from './office-calendar.ts';

/**
 * The last day up to which the 祝日 are known without a gap from the 年度 of `today` on, or nothing when not even that is (R56): whoever makes
 * a later date is told that it may fall on a 休日.
 */
export function holidaysUntil({ coversYear }: Pick<OfficeCalendar, 'coversYear'>, today: IsoDate): IsoDate | null {
  const first = fiscalYearOf(today);
  let year = first;
  while (coversYear(year)) year += 1;
  return year === first ? null : fiscalYearEnd(year - 1);
}
