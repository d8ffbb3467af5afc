import { civilDate, dayNumber, padded, weekdayOfDay } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';
import { dateOfMs, minuteOfMs } from './tokyo-clock.ts';

const weekdays = '日月火水木金土';

/** '11月20日(金)': month, day and weekday, for lists and mails where the year is clear. */
export function formatDateJa(on: IsoDate): string {
  const { month, day } = civilDate(on);
  return `${month}月${day}日(${weekdays.charAt(weekdayOfDay(dayNumber(on)))})`;
}

/** '11月20日(金) 13:30' in Asia/Tokyo for the instant `ms` (epoch milliseconds), whatever the zone of the process. */
export function formatDateTimeJa(ms: number): string {
  const minutes = minuteOfMs(ms);
  return `${formatDateJa(dateOfMs(ms))} ${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
}
