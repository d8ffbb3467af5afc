import type { ObligationView, UpcomingView } from '#libs/views';

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

/** A line of 次に自動で起きること: a step of asking again, or something that is only waited for. */
export type UpcomingLine = { readonly on: string } & (
  | { readonly waiting: ObligationView; readonly group?: undefined }
  | { readonly group: UpcomingGroup; readonly waiting?: undefined }
);

/** By date. What waits for its own beginning has that as a step already. */
export const upcomingLines = (
  groups: readonly UpcomingGroup[],
  obligations: readonly ObligationView[],
): readonly UpcomingLine[] =>
  [
    ...obligations
      .filter(({ byItself, next }) => byItself && next?.step !== 'start')
      .map((waiting): UpcomingLine => ({ on: waiting.dueOn, waiting })),
    ...groups.map((group): UpcomingLine => ({ on: group.event.on, group })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
