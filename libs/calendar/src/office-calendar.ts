import type { CalendarTables } from './calendar-tables.ts';
import { dayNumber, wholeNumber } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';
import { closedReasonBy, knowsFiscalYear } from './closed-days.ts';
import { openDays } from './open-days.ts';
import { minuteOfClock, msAtMinute } from './tokyo-clock.ts';

/** When an office is open (R55–R58). All dates and hours are of Asia/Tokyo. Every function throws RangeError for an impossible date. */
export interface OfficeCalendar {
  readonly zoneName: 'Asia/Tokyo';
  /** Is it a 開庁日? */
  readonly isOpen: (on: IsoDate) => boolean;
  /** '土曜日', '日曜日', '祝日(山の日)', '年末年始' or the local day's name; nothing on an open day. */
  readonly closedReason: (on: IsoDate) => string | undefined;
  /** `on` when open, otherwise the next open day: where a due date moves to (R57). */
  readonly nextOpen: (on: IsoDate) => IsoDate;
  /** `on` when open, otherwise the open day before: where notices and papers may move to (R57). */
  readonly previousOpen: (on: IsoDate) => IsoDate;
  /** The date `days` open days later, counted from the day after (民法140条, R58); earlier when negative; 0 is nextOpen. */
  readonly addOpenDays: (from: IsoDate, days: number) => IsoDate;
  /** Open days after `from` up to and including `to`; with `to` before `from` the same the other way round, negative. */
  readonly openDaysBetween: (from: IsoDate, to: IsoDate) => number;
  /** Epoch milliseconds at which the office day ends. Also for closed days: the hour is the same. */
  readonly closesAtMs: (on: IsoDate) => number;
  /** Epoch milliseconds at which the office day begins. Also for closed days. */
  readonly opensAtMs: (on: IsoDate) => number;
  /** Is the 祝日 table known for the whole 年度? When not, people are warned (R56). */
  readonly coversYear: (fiscalYear: number) => boolean;
}

/** Builds the calendar of an office. Throws RangeError for tables that cannot be: impossible dates, closed before it opens, never open. */
export function buildCalendar(tables: CalendarTables): OfficeCalendar {
  const closedReason = closedReasonBy(tables);
  const days = openDays(closedReason);
  const opensAtMinute = minuteOfClock(tables.opensAt);
  const closesAtMinute = minuteOfClock(tables.closesAt);
  if (opensAtMinute >= closesAtMinute)
    throw new RangeError(`closes at ${tables.closesAt}, not after it opens at ${tables.opensAt}`);
  const nextOpen = (on: IsoDate): IsoDate => (days.isOpen(on) ? on : days.stepped(on, 1));

  return Object.freeze({
    zoneName: 'Asia/Tokyo',
    isOpen: days.isOpen,
    closedReason(on: IsoDate) {
      dayNumber(on);
      return closedReason(on);
    },
    nextOpen,
    previousOpen: (on: IsoDate) => (days.isOpen(on) ? on : days.stepped(on, -1)),
    addOpenDays: (from: IsoDate, count: number) =>
      wholeNumber(count) === 0 ? nextOpen(from) : days.stepped(from, count),
    openDaysBetween: days.between,
    closesAtMs: (on: IsoDate) => msAtMinute(dayNumber(on), closesAtMinute),
    opensAtMs: (on: IsoDate) => msAtMinute(dayNumber(on), opensAtMinute),
    coversYear: (fiscalYear: number) => knowsFiscalYear(tables.holidays, fiscalYear),
  } satisfies OfficeCalendar);
}
