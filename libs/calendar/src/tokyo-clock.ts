import { dayNumber, isoOfDay, twoDigits } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';

// Japan has had UTC+9 without summer time since 1952: plain arithmetic, whatever the zone of the process.
const offsetMs = 9 * 3_600_000;
const msPerDay = 86_400_000;
const msPerMinute = 60_000;

/** The date in Asia/Tokyo at the instant `ms` (epoch milliseconds). Throws RangeError when `ms` is not finite. */
export function dateOfMs(ms: number): IsoDate {
  return isoOfDay(Math.floor((ms + offsetMs) / msPerDay));
}

/** Epoch milliseconds of 'HH:mm' (00:00 to 23:59) in Asia/Tokyo on `on`. Throws RangeError for what is no date or no time. */
export function msOfDate(on: IsoDate, clock: string): number {
  return msAtMinute(dayNumber(on), minuteOfClock(clock));
}

/** Epoch milliseconds of the minute counted from midnight in Asia/Tokyo on the day `day` (days since 1970-01-01). */
export function msAtMinute(day: number, minute: number): number {
  return day * msPerDay + minute * msPerMinute - offsetMs;
}

/** Minutes since midnight in Asia/Tokyo at the instant `ms`. */
export function minuteOfMs(ms: number): number {
  const sinceMidnight = (((ms + offsetMs) % msPerDay) + msPerDay) % msPerDay;
  return Math.floor(sinceMidnight / msPerMinute);
}

/** Minutes since midnight of 'HH:mm'. Throws RangeError when it is no time of a day. */
export function minuteOfClock(clock: string): number {
  const hour = twoDigits(clock, 0);
  const minute = twoDigits(clock, 3);
  if (clock.length !== 5 || clock.charAt(2) !== ':' || !(hour <= 23 && minute <= 59)) {
    throw new RangeError(`not a time of the form HH:mm: ${clock}`);
  }
  return hour * 60 + minute;
}
