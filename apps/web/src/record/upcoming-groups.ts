import type { UpcomingView } from '#libs/views';

export interface UpcomingGroup {
  readonly event: UpcomingView;
  /** How many bodies it concerns. */
  readonly holders: number;
}

/** The same thing on the same day for several bodies is one line: five sheets are asked again at once. */
export function upcomingGroups(upcoming: readonly UpcomingView[]): readonly UpcomingGroup[] {
  const groups = new Map<string, { readonly event: UpcomingView; readonly holders: Set<string> }>();
  for (const event of upcoming) {
    const key = [event.on, event.step, event.kind].join(' ');
    const group = groups.get(key) ?? { event, holders: new Set<string>() };
    group.holders.add(event.holder.agency);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ event, holders }) => ({ event, holders: holders.size }));
}
