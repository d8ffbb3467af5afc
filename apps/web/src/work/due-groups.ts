import { addDays } from '#libs/calendar';
import type { WorkItem } from '#libs/views';

const dueGroups = ['overdue', 'today', 'thisWeek', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

type Dated = Pick<WorkItem, 'dueOn' | 'overdue' | 'urgent'>;

/** The Sunday that ends the week of `on` (weeks begin on Monday). */
function endOfWeek(on: string): string {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return addDays(on, (7 - weekday) % 7);
}

/** To which heading a thing belongs on `today` ('YYYY-MM-DD'); `overdue` is the server's word, since a due day ends with the office. */
export function dueGroupOf(item: Pick<Dated, 'dueOn' | 'overdue'>, today: string): DueGroup {
  if (item.overdue || item.dueOn < today) return 'overdue';
  if (item.dueOn === today) return 'today';
  return item.dueOn <= endOfWeek(today) ? 'thisWeek' : 'later';
}

/** Things under their headings, empty ones left out; within one 急ぐ first, then by date. */
export function groupedByDue<T extends Dated>(
  items: readonly T[],
  today: string,
): readonly { readonly group: DueGroup; readonly items: readonly T[] }[] {
  const sorted = items.toSorted(
    (a, b) => Number(b.urgent) - Number(a.urgent) || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)),
  );
  return dueGroups
    .map((group) => ({ group, items: sorted.filter((item) => dueGroupOf(item, today) === group) }))
    .filter(({ items: found }) => found.length > 0);
}
