import type { CalendarTables, LocalClosedDay } from './calendar-tables.ts';
import { dayNumber, isIsoDate, weekdayOfDay } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';
import type { Holiday } from './national-holidays.ts';

const weekdayNames = ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'] as const;

/** Why the office is closed on a (valid) date, or nothing when it is open; where several rules close it, the most telling one. */
export type ClosedReason = (on: IsoDate) => string | undefined;

/** The closed days of the tables as one function (R55). Throws RangeError for tables with impossible dates. */
export function closedReasonBy(tables: CalendarTables): ClosedReason {
  checkTables(tables);
  const openDays = new Set(tables.exceptionallyOpen);
  const holidayNames = new Map(tables.holidays.map(({ on, name }) => [on, name]));
  const localNames = new Map(tables.localClosedDays.map(({ on, name }) => [on, name]));
  const yearlyDays = tables.localClosedDays.filter(({ on }) => isMonthDay(on));
  const closedWeekdays = new Set(tables.closedWeekdays ?? [0, 6]);
  const { yearEnd } = tables;

  return (on) => {
    if (openDays.has(on)) return undefined;
    const holiday = holidayNames.get(on);
    if (holiday !== undefined) return holidayText(holiday);
    const monthDay = on.slice(5);
    if (isWithin(monthDay, yearEnd.from, yearEnd.to)) return '年末年始';
    const local = localNames.get(on) ?? yearlyDays.find((day) => day.on === monthDay && isValidOn(day, on))?.name;
    if (local !== undefined) return local;
    const weekday = weekdayOfDay(dayNumber(on));
    return closedWeekdays.has(weekday) ? weekdayNames[weekday] : undefined;
  };
}

/**
 * Does the table know the 年度? Its first and last fixed days and the next 春分の日 must be there: a published table holds whole calendar
 * years, and the equinox is what no law fixes in advance.
 */
export function knowsFiscalYear(holidays: readonly Holiday[], fiscalYear: number): boolean {
  const days = new Set(holidays.map(({ on }) => on));
  const next = String(fiscalYear + 1);
  const fixed = [`${fiscalYear}-04-29`, `${fiscalYear}-11-23`, `${next}-01-01`];
  const equinoxes = ['19', '20', '21', '22'].map((day) => `${next}-03-${day}`);
  return fixed.every((on) => days.has(on)) && equinoxes.some((on) => days.has(on));
}

function holidayText(name: string): string {
  // 振替休日 and 国民の休日 are both called 休日 in the published table.
  return name === '休日' ? '祝日法の休日' : `祝日(${name})`;
}

function isWithin(monthDay: string, from: string, to: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

function isValidOn(day: LocalClosedDay, on: IsoDate): boolean {
  return (day.validFrom ?? on) <= on && on <= (day.validUntil ?? on);
}

function isMonthDay(text: string): boolean {
  return isIsoDate(`2024-${text}`); // a leap year: 02-29 may be named
}

function checkTables(tables: CalendarTables): void {
  const dates = [...tables.holidays.map(({ on }) => on), ...tables.exceptionallyOpen];
  for (const { on, validFrom, validUntil } of tables.localClosedDays) {
    if (!isMonthDay(on)) dates.push(on);
    if (validFrom !== undefined) dates.push(validFrom);
    if (validUntil !== undefined) dates.push(validUntil);
  }
  const wrong = dates.find((on) => !isIsoDate(on)) ?? Object.values(tables.yearEnd).find((day) => !isMonthDay(day));
  if (wrong !== undefined) throw new RangeError(`calendar table with an impossible date: ${wrong}`);
  if (new Set(tables.closedWeekdays).size >= 7) throw new RangeError('calendar table that closes every weekday');
}
