import type { IsoDate } from './civil-date.ts';
import type { Holiday } from './national-holidays.ts';

/** A day on which this office is closed by its own rule, for example 慰霊の日. */
export interface LocalClosedDay {
  /** 'YYYY-MM-DD' for one day, or 'MM-DD' for that day of every year. */
  readonly on: string;
  readonly name: string;
  /** First and last date on which a yearly day counts; without them always. */
  readonly validFrom?: IsoDate;
  readonly validUntil?: IsoDate;
}

/** What an office calendar is built from: plain JSON, from the 祝日 table and the municipality's profile (R55). */
export interface CalendarTables {
  readonly holidays: readonly Holiday[];
  readonly localClosedDays: readonly LocalClosedDay[];
  /** Days on which the office opens although a rule above closes it. */
  readonly exceptionallyOpen: readonly IsoDate[];
  /** 'HH:mm' in Asia/Tokyo, `opensAt` before `closesAt`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** 年末年始, 'MM-DD' both inclusive; `from` after `to` runs over the turn of the year. */
  readonly yearEnd: { readonly from: string; readonly to: string };
  /** 0 for Sunday to 6 for Saturday; without it Saturday and Sunday. A desk open on Saturdays has [0]. */
  readonly closedWeekdays?: readonly number[];
}
