import { setTimeout as pause } from 'node:timers/promises';

/** No writing is begun later than this after the first; with the last one's own limit (10 s to connect, 3 s to write) under a minute. */
const patienceMs = 40_000;
const pauseMs = 2_000;

/** How time passes; tests drive it. */
interface Time {
  /** Milliseconds that only grow. */
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
}

/**
 * Writes until it succeeds, for at most 40 s: the mail is out, and the word of it is worth some patience with the database. Bound by
 * time passed, not by attempts, since one may take as long as a connection takes to fail: it must end within the outbox lease.
 * @throws what the last attempt threw
 */
export async function insist(
  write: () => Promise<void>,
  { nowMs, pause: rest }: Time = { nowMs: () => performance.now(), pause },
): Promise<void> {
  const lastMs = nowMs() + patienceMs;
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (nowMs() + pauseMs > lastMs) throw error;
      await rest(pauseMs);
    }
  }
}
