import type { Sharing, SomeEventUnit } from '../command/event.ts';
import type { Context } from './context.ts';
import type { RecordDefinition } from './definition.ts';
import type { KeptState } from './keeping.ts';
import type { AnyEvent } from './transact.ts';

type Units = Pick<RecordDefinition, 'events'>;
const unitOf = ({ events }: Units, { type }: AnyEvent): SomeEventUnit<KeptState> | undefined =>
  Object.hasOwn(events, type) ? events[type] : undefined;

/** The counters that these events of one record raise; a name stands as often as it is raised. */
export const counted = (units: Units, events: readonly AnyEvent[], after: KeptState, ctx: Context): readonly string[] =>
  events.flatMap((event) => unitOf(units, event)?.counts?.(event as never, after, ctx) ?? []);

/** The disclosures that these events of one record are (R64). */
export const disclosed = (
  units: Units,
  events: readonly AnyEvent[],
  after: KeptState,
  ctx: Context,
): readonly Sharing[] => events.flatMap((event) => unitOf(units, event)?.discloses?.(event as never, after, ctx) ?? []);
