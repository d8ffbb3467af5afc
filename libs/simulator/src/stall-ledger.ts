import { definitionOf, type Stall, type StallCause } from '#libs/domain';
import type { RecordRef } from '#libs/contracts';
import type { SimulatedWorld } from './simulated-world.ts';

/** One time that a record did not move: the cause, since when, until when, and what ended it. */
export interface StallEpisode {
  readonly number: string;
  readonly cause: StallCause;
  readonly agency: string;
  /** The day it counted as stalled (Asia/Tokyo). */
  readonly from: string;
  readonly openDays: number;
  /** The event that ended it; nothing when it still stands. */
  readonly endedBy: string | undefined;
}

interface Running {
  readonly ref: RecordRef;
  readonly number: string;
  readonly stall: Stall;
  readonly from: string;
  readonly seen: number;
}

/** Watches the open records day by day, as the manager's board does. */
export class StallLedger {
  readonly #world: SimulatedWorld;
  readonly #running = new Map<string, Running>();
  readonly episodes: StallEpisode[] = [];

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  /** Looks once; asked at the end of each day. */
  look(numberOf: (ref: RecordRef) => string): void {
    const open = this.#world.openRecords();
    for (const running of [...this.#running.values()]) {
      const now = open.some(({ id }) => id === running.ref.id) ? this.#stallOf(running.ref) : undefined;
      if (now?.key !== running.stall.key) this.#end(running);
    }
    for (const ref of open) {
      const stall = this.#stallOf(ref);
      if (!stall || this.#running.has(ref.id)) continue;
      const seen = this.#world.eventsOf(ref).length;
      this.#running.set(ref.id, { ref, number: numberOf(ref), stall, from: this.#world.today, seen });
    }
  }

  /** What still stands at the end. */
  close(): void {
    for (const running of [...this.#running.values()]) this.#end(running, true);
  }

  #stallOf(ref: RecordRef): Stall | undefined {
    const stall = definitionOf(ref.kind).stall(this.#world.stateOf(ref));
    return stall && stall.fromMs <= this.#world.nowMs ? stall : undefined;
  }

  #end({ ref, number, stall, from, seen }: Running, standing = false): void {
    this.#running.delete(ref.id);
    const ended = standing ? undefined : this.#endOf(ref, stall.key, seen);
    this.episodes.push({
      number,
      cause: stall.cause,
      agency: stall.holder?.agency ?? '',
      from,
      openDays: this.#world.calendar.openDaysBetween(from, this.#world.today),
      endedBy: ended,
    });
  }

  /** The fact that settled the obligation: the last one before it that was not mere keeping. */
  #endOf(ref: RecordRef, key: string | null, seen: number): string {
    const events = this.#world.eventsOf(ref);
    const at = events.findIndex(
      (event, index) => index >= seen && event.type === 'obligation-settled' && (event as { key?: string }).key === key,
    );
    return (
      events.slice(0, at < 0 ? undefined : at).findLast(({ type }) => !type.startsWith('obligation-'))?.type ??
      'obligation-settled'
    );
  }
}
