import { CancellationScope, condition, isCancellation, log, sleep } from '@temporalio/workflow';
import type { Standing } from '#libs/contracts';

/** What the keeper needs of the follower: the standing, and a way to have everything taken that is due. */
interface Dated {
  readonly now: Standing;
  enforce(): Promise<void>;
}

/** A date that was enforced and yet does not lie ahead: it is tried again at `retryAtMs`, later every time. */
interface Stuck {
  readonly dueAtMs: number;
  readonly times: number;
  readonly retryAtMs: number;
}

const firstRetryMs = 30_000;
const longestRetryMs = 15 * 60_000;
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
    if (stuck) log.error('a date was enforced and is due still', { alarm: 'date-stuck', ...stuck });
  }
}

/** Resolves at `atMs`, or as soon as `sooner` holds. The one timer has a scope of its own: it outlives every line, and not this call. */
async function ring(atMs: number, what: string, sooner: () => boolean): Promise<void> {
  if (atMs <= taskTimeMs() || sooner()) return;
  let rang = false;
  const timer = new CancellationScope();
  const ringing = timer.run(async () => {
    await sleep(atMs - taskTimeMs(), { summary: `${what} ${new Date(atMs).toISOString()}` });
    rang = true;
  });
  const silenced = ringing.catch(onlyCancelled);
  await condition(() => rang || sooner());
  timer.cancel();
  await silenced;
}

function stuckOn(dueAtMs: number | null, before: Stuck | undefined): Stuck | undefined {
  if (dueAtMs === null || dueAtMs > taskTimeMs()) return undefined;
  const times = (before?.times ?? 0) + 1;
  return { dueAtMs, times, retryAtMs: taskTimeMs() + Math.min(firstRetryMs * 2 ** (times - 1), longestRetryMs) };
}

function onlyCancelled(error: unknown): void {
  if (!isCancellation(error)) throw error;
}

// In the sandbox this is no clock but the recorded start of the workflow task, the same at every replay.
// eslint-disable-next-line no-restricted-properties
const taskTimeMs = (): number => Date.now();
