import { dateOfMs } from '#libs/calendar';
import type { CaseEvent, SittingEvent } from '#libs/domain';
import { isChild } from './households.ts';
import type { LoggedEvent } from './simulated-world.ts';
import type { YearReport } from './town-year.ts';

type Told = Pick<YearReport, 'cases' | 'consents' | 'supportMeetings'>;

/** What a log says of the cases, consents and 支援会議 in it. A sitting that was opened before the log begins counts as held on its day. */
export function toldBy(log: readonly LoggedEvent[], known: Pick<Told['cases'], 'carried' | 'open'>): Told {
  const events = log.map(({ ref, atMs, event }) => ({
    ref,
    on: dateOfMs(atMs),
    event: event as CaseEvent | SittingEvent,
  }));
  const times = (type: (CaseEvent | SittingEvent)['type']): number =>
    events.filter(({ event }) => event.type === type).length;
  const opened = events.flatMap(({ event }) => (event.type === 'case-opened' ? [event] : []));
  const answers = events.flatMap(({ event }) => (event.type === 'consent-recorded' ? [event.consent.status] : []));
  const sittings = sittingsIn(events);
  return {
    cases: {
      ...known,
      opened: opened.length,
      closed: times('case-closed'),
      advised: times('handoff-advised'),
      single: opened.filter(({ persons }) => persons.length === 1).length,
      withChildren: opened.filter(({ persons, on }) => persons.some((one) => isChild(one, on))).length,
    },
    consents: {
      given: answers.filter((status) => status === 'given').length,
      refused: answers.filter((status) => status === 'refused').length,
      withdrawn: times('consent-withdrawn'),
    },
    supportMeetings: {
      held: sittings.length,
      items: sittings.reduce((sum, { items }) => sum + items, 0),
      late: sittings.filter(({ heldOn, on }) => heldOn !== null && heldOn !== on).length,
    },
  };
}

interface Held {
  readonly on: string;
  /** The day it was called for; `null`: opened before. */
  readonly heldOn: string | null;
  readonly items: number;
}

function sittingsIn(
  events: readonly {
    readonly ref: LoggedEvent['ref'];
    readonly on: string;
    readonly event: CaseEvent | SittingEvent;
  }[],
): readonly Held[] {
  return events
    .filter(({ event }) => event.type === 'sitting-held')
    .flatMap(({ ref, on }): Held[] => {
      const own = events.filter((one) => one.ref.id === ref.id).map(({ event }) => event);
      const placed = events.filter(
        ({ event }) =>
          event.type === 'placed-on-sitting' && event.sittingId === ref.id && event.kind === 'supportMeeting',
      );
      const days = own.flatMap((event) =>
        event.type === 'sitting-opened' || event.type === 'sitting-moved' ? [event.heldOn] : [],
      );
      const items =
        own.filter(({ type }) => type === 'item-added').length -
        own.filter(({ type }) => type === 'item-removed').length;
      return placed.length === 0 ? [] : [{ on, heldOn: days.at(-1) ?? null, items: Math.max(items, placed.length) }];
    });
}
