import { caseUpcasters } from './case/case-upcasters.ts';
import type { KeptState } from './record/keeping.ts';
import type { AnyEvent } from './record/transact.ts';
import { sittingUpcasters } from './sitting/sitting-upcasters.ts';

/**
 * Brings an event of an older version up to today's shape, one version at a time; the recorded logs of every release must fold on the
 * new build. `state` is what the events before made, nothing at a beginning: what an older build decided while folding is told by it.
 */
type Upcaster = (event: AnyEvent, state: KeptState | undefined) => AnyEvent;

/** By `type/v`: from that version to the next. */
const upcasters: Readonly<Record<string, Upcaster>> = { ...caseUpcasters, ...sittingUpcasters };

/** @throws when an upcaster does not raise the version: that would never end. */
export function upcast(event: AnyEvent, state: KeptState | undefined): AnyEvent {
  const upcaster = upcasters[`${event.type}/${String(event.v)}`];
  if (!upcaster) return event;
  const next = upcaster(event, state);
  if (next.v <= event.v) throw new Error(`the upcaster of ${event.type} does not raise version ${String(event.v)}`);
  return upcast(next, state);
}
