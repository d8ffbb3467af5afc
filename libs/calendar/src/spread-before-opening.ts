import { addDays } from './civil-date.ts';
import type { OfficeCalendar } from './office-calendar.ts';
import { dateOfMs } from './tokyo-clock.ts';

const spreadMs = 8 * 3_600_000;

/**
 * The instant (epoch milliseconds) at which the clock handles what is due at `dueAtMs`, for the record `id`: within the eight hours before
 * the office opens on the next open day, at a place that the id decides, so that thousands due on one day do not come at once.
 * Never before `dueAtMs` nor before the office day of that date ends; always before that opening. Pass calendar.closesAtMs(dueOn).
 */
export function spreadBeforeOpening(dueAtMs: number, id: string, calendar: OfficeCalendar): number {
  const dueOn = dateOfMs(dueAtMs);
  const openingMs = calendar.opensAtMs(calendar.nextOpen(addDays(dueOn, 1)));
  const startMs = Math.max(Math.ceil(dueAtMs), calendar.closesAtMs(dueOn), openingMs - spreadMs);
  return startMs + Math.floor(share(id) * (openingMs - startMs));
}

/** A number in [0, 1) that depends on the text only: FNV-1a, then mixed so that ids which differ at the end fall apart. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
