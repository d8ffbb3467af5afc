import { dateOfMs, formatDateJa, formatDateTimeJa, toWareki } from '#libs/calendar';

/** '11月20日(金)', with the era year before it when the date lies in another year than `today`. */
export function shortDate(on: string, today?: string): string {
  const sameYear = today === undefined || on.slice(0, 4) === today.slice(0, 4);
  return sameYear ? formatDateJa(on) : fullDate(on);
}

/** '令和8年11月20日(金)'. */
export const fullDate = (on: string): string => `${eraYear(on)}${formatDateJa(on)}`;

/** '11月20日(金) 13:30' in Asia/Tokyo, of an ISO instant; with the era year when it lies in another year than `today`. */
export function instantText(at: string, today?: string): string {
  const ms = Date.parse(at);
  const on = dateOfMs(ms);
  const sameYear = today === undefined || on.slice(0, 4) === today.slice(0, 4);
  return sameYear ? formatDateTimeJa(ms) : `${eraYear(on)}${formatDateTimeJa(ms)}`;
}

/** '13:30から15:00まで'. */
export const hours = (startsAt: string, endsAt: string): string => `${startsAt}から${endsAt}まで`;

function eraYear(on: string): string {
  const { era, eraYear: year } = toWareki(on);
  return `${era}${year === 1 ? '元' : String(year)}年`;
}
