import {
  movesByItself,
  nextStep,
  obligationTable,
  type Holder,
  type KeptState,
  type Obligation,
  type Stall,
} from '#libs/domain';
import type { IsoDate, OfficeCalendar } from '#libs/calendar';
import type { ObligationView, StallView, UpcomingView } from '#libs/views';

/** The moment a view is made for: epoch ms, its date in Asia/Tokyo, and the office's calendar. */
export interface Moment {
  readonly nowMs: number;
  readonly today: IsoDate;
  readonly calendar: OfficeCalendar;
}

export type NameHolder = (holder: Holder) => string | null;

const byDue = (a: Obligation, b: Obligation): number => compare(a.dueOn, b.dueOn) || compare(a.key, b.key);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const obligationViews = (
  state: KeptState,
  { nowMs }: Moment,
  nameHolder: NameHolder,
): readonly ObligationView[] =>
  Object.values(state.obligations)
    .toSorted(byDue)
    .map((obligation) => {
      const next = nextStep(obligation);
      return {
        key: obligation.key,
        kind: obligation.kind,
        holder: obligation.holder,
        holderName: nameHolder(obligation.holder),
        about: obligation.about ?? null,
        action: obligationTable[obligation.kind].settledBy,
        askedOn: obligation.askedOn,
        dueOn: obligation.dueOn,
        overdue: obligation.dueAtMs <= nowMs,
        blocking: obligation.blocking,
        byItself: movesByItself(obligation),
        next: next ? { step: next.step, on: next.on } : null,
        steps: obligation.ladder.map(({ step, on }, index) => ({ step, on, taken: index < obligation.taken })),
      };
    });

/** Sorted by date. */
export const upcomingViews = (state: KeptState): readonly UpcomingView[] =>
  Object.values(state.obligations)
    .flatMap(({ ladder, taken, kind, key, about, holder }) =>
      ladder
        .slice(taken)
        .map(({ step, on, atMs }) => ({ atMs, view: { on, step, kind, key, about: about ?? null, holder } })),
    )
    .toSorted((a, b) => a.atMs - b.atMs || compare(a.view.key, b.view.key))
    .map(({ view }) => view);

export function stallView(
  stall: Stall | undefined,
  { nowMs, today, calendar }: Moment,
  nameHolder: NameHolder,
): StallView | null {
  if (!stall) return null;
  const { cause, key, since, dueOn, holder, fromMs } = stall;
  return {
    cause,
    key,
    since,
    dueOn,
    openDays: daysBetween(calendar, since, today),
    openDaysPastDue: dueOn === null ? 0 : daysBetween(calendar, dueOn, today),
    holder,
    holderName: holder && nameHolder(holder),
    stalled: fromMs <= nowMs,
  };
}

/** 開庁日 from one date to a later one; none when it lies ahead. */
export const daysBetween = (calendar: OfficeCalendar, from: IsoDate, to: IsoDate): number =>
  to <= from ? 0 : calendar.openDaysBetween(from, to);
