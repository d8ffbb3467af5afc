import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';

const firstRetryMs = 30_000;
const longestRetryMs = 15 * 60_000;

/** How long to wait after the `times`-th failure of the same thing: 30 s, twice as long each time, 15 min at the most. */
export const retryMs = (times: number): number => Math.min(firstRetryMs * 2 ** (times - 1), longestRetryMs);

/**
 * Resolves at `atMs`, or as soon as `sooner` holds. The one timer has a scope of its own: it outlives every line, and not this call.
 * @param what what it rings for, for Temporal's own page; no personal data
 */
export async function ring(atMs: number, what: string, sooner: () => boolean): Promise<void> {
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

function onlyCancelled(error: unknown): void {
  if (!isCancellation(error)) throw error;
}

// In the sandbox this is no clock but the recorded start of the workflow task, the same at every replay.
// eslint-disable-next-line no-restricted-properties
export const taskTimeMs = (): number => Date.now();
