import { condition } from '@temporalio/workflow';
import type { Alarm, Standing } from '#libs/contracts';
import { retryMs, ring, taskTimeMs } from './ring.ts';

/** What the keeper needs of the follower: the standing, a way to have everything taken that is due, and somebody to tell. */
interface Dated {
  readonly now: Standing;
  /** A nudge said that the next date has come by the database's clock, and it was not enforced since. */
  readonly isToldDue: boolean;
  enforce(): Promise<void>;
  raise(alarm: Alarm): Promise<void>;
}

/** A date that was enforced and yet does not lie ahead: it is tried again at `retryAtMs`, later every time. */
interface Stuck {
  readonly dueAtMs: number;
  readonly times: number;
  readonly retryAtMs: number;
}

const never = Number.POSITIVE_INFINITY;
const atOnce = Number.NEGATIVE_INFINITY;

/**
 * Keeps the dates of a record: one timer for the next one, and `enforce` when it has come. A date that moved earlier is
 * armed anew; at one that moved later the keeper wakes, looks and sleeps on. Ends when the record is closed.
 * What is due is judged by the database's clock: a date may come back unchanged when Temporal's is ahead, then it waits, it never spins;
 * and one is enforced when a nudge says that it has come, though Temporal's clock is behind and the timer has not rung.
 */
export async function keepDates(record: Dated): Promise<void> {
  let stuck: Stuck | undefined;
  const closed = (): boolean => record.now.closed;
  const wakeAtMs = (): number => {
    const { nextDueAtMs } = record.now;
    if (nextDueAtMs === null) return never;
    if (stuck?.dueAtMs === nextDueAtMs) return stuck.retryAtMs;
    return record.isToldDue ? atOnce : nextDueAtMs;
  };
  while (!closed()) {
    await condition(() => closed() || wakeAtMs() < never);
    const armedAtMs = wakeAtMs();
    await ring(armedAtMs, `${record.now.stage}: next date`, () => closed() || wakeAtMs() < armedAtMs);
    if (closed() || wakeAtMs() > taskTimeMs()) continue;
    const toldAtMs = record.isToldDue ? record.now.nextDueAtMs : null;
    await record.enforce();
    const dueAtMs = record.now.nextDueAtMs;
    stuck = dueAtMs !== null && (dueAtMs === toldAtMs || dueAtMs <= taskTimeMs()) ? stuckOn(dueAtMs, stuck) : undefined;
    if (stuck) await record.raise({ kind: 'date-stuck', what: new Date(stuck.dueAtMs).toISOString(), code: null });
  }
}

function stuckOn(dueAtMs: number, before: Stuck | undefined): Stuck {
  const times = (before?.times ?? 0) + 1;
  return { dueAtMs, times, retryAtMs: taskTimeMs() + retryMs(times) };
}
