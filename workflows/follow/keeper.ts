import { condition } from '@temporalio/workflow';
import type { Alarm, Standing } from '#libs/contracts';
import { retryMs, ring, taskTimeMs } from './ring.ts';

/** What the keeper needs of the follower: the standing, a way to have everything taken that is due, and somebody to tell. */
interface Dated {
  readonly now: Standing;
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

/**
 * Keeps the dates of a record: one timer for the next one, and `enforce` when it has come. A date that moved earlier is
 * armed anew; at one that moved later the keeper wakes, looks and sleeps on. Ends when the record is closed.
 * What is due is judged by the database's clock, so a date may come back unchanged: then it waits, it never spins.
 */
export async function keepDates(record: Dated): Promise<void> {
  let stuck: Stuck | undefined;
  const closed = (): boolean => record.now.closed;
  const wakeAtMs = (): number => {
    const { nextDueAtMs } = record.now;
    if (nextDueAtMs === null) return never;
    return stuck?.dueAtMs === nextDueAtMs ? stuck.retryAtMs : nextDueAtMs;
  };
  while (!closed()) {
    await condition(() => closed() || wakeAtMs() < never);
    const armedAtMs = wakeAtMs();
    await ring(armedAtMs, `${record.now.stage}: next date`, () => closed() || wakeAtMs() < armedAtMs);
    if (closed() || wakeAtMs() > taskTimeMs()) continue;
    await record.enforce();
    stuck = stuckOn(record.now.nextDueAtMs, stuck);
    if (stuck) await record.raise({ kind: 'date-stuck', what: new Date(stuck.dueAtMs).toISOString(), code: null });
  }
}

function stuckOn(dueAtMs: number | null, before: Stuck | undefined): Stuck | undefined {
  if (dueAtMs === null || dueAtMs > taskTimeMs()) return undefined;
  const times = (before?.times ?? 0) + 1;
  return { dueAtMs, times, retryAtMs: taskTimeMs() + retryMs(times) };
}
