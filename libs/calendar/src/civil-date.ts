/** A civil date 'YYYY-MM-DD' as read on a wall calendar in Asia/Tokyo; years 0001 to 9999, Gregorian. */
export type IsoDate = string;

const firstDay = -719_162; // 0001-01-01
const lastDay = 2_932_896; // 9999-12-31
const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface CivilDate {
  readonly year: number;
  readonly month: number; // 1 to 12
  readonly day: number; // 1 to 31
}

/** Is `text` a date that exists, written exactly 'YYYY-MM-DD'? */
export function isIsoDate(text: string): boolean {
  return !Number.isNaN(parsedDay(text));
}

/** The date `days` later (earlier when negative). Throws RangeError for an impossible date or a fraction of a day. */
export function addDays(on: IsoDate, days: number): IsoDate {
  return isoOfDay(dayNumber(on) + wholeNumber(days));
}

/** The same day of the month `months` later (earlier when negative), or the month's last day when it has no such day. */
export function addMonths(on: IsoDate, months: number): IsoDate {
  const { year, month, day } = civilDate(on);
  const monthIndex = year * 12 + (month - 1) + wholeNumber(months);
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12 + 1;
  return isoOfDay(dayOfCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))));
}

/** -1, 0 or 1 as `left` is before, the same as or after `right`; fits Array.prototype.sort. */
export function compareDates(left: IsoDate, right: IsoDate): -1 | 0 | 1 {
  const difference = dayNumber(left) - dayNumber(right);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/** Year, month and day of `on`. Throws RangeError for an impossible date. */
export function civilDate(on: IsoDate): CivilDate {
  dayNumber(on);
  return { year: yearOf(on), month: twoDigits(on, 5), day: twoDigits(on, 8) };
}

/** Days from 1970-01-01 to `on` (negative before). Throws RangeError for an impossible date. */
export function dayNumber(on: IsoDate): number {
  const day = parsedDay(on);
  if (Number.isNaN(day)) throw new RangeError(`not a date of the form YYYY-MM-DD: ${on}`);
  return day;
}

/** The year of a date that is known to be valid. */
export function yearOf(on: IsoDate): number {
  return twoDigits(on, 0) * 100 + twoDigits(on, 2);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Days from 1970-01-01 to a date given by valid parts (civil calendar arithmetic, after H. Hinnant). */
export function dayOfCivil(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfMarchYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + dayOfMarchYear - 719_468;
}

// Every date that the office meets in practice is written once and kept: the simulator asks millions of times.
const keptDays = 55_000; // 1970 to 2120
const keptDates: (IsoDate | undefined)[] = [];

/** The date that lies `day` days after 1970-01-01. Throws RangeError outside the years 0001 to 9999. */
export function isoOfDay(day: number): IsoDate {
  if (day < 0 || day >= keptDays) return writtenDate(day);
  const kept = keptDates[day];
  if (kept !== undefined) return kept;
  const written = writtenDate(day);
  keptDates[day] = written;
  return written;
}

function writtenDate(day: number): IsoDate {
  if (!(day >= firstDay && day <= lastDay)) throw new RangeError(`date outside the years 0001 to 9999: day ${day}`);
  const shifted = day + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1_460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The number with leading zeros up to `width`. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Two decimal digits of `text` at `at`, or NaN. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** `value` when it is a whole number; throws RangeError otherwise. */
export function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value;
}

function parsedDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = yearOf(text);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  return dayOfCivil(year, month, day);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysInMonths[month - 1] ?? Number.NaN);
}
