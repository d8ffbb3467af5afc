import { setTimeout as delay } from 'node:timers/promises';
import { sqlState } from '../connection/transaction.ts';

/** The records an order touches were others when they were locked than when they were read: plan again from the start. */
export class TouchedOthers extends Error {}

const mostTries = 6;
/** No further try begins after this: whoever waits has given up by then. */
const patienceMs = 2_500;

/** serialization_failure, deadlock_detected, lock_not_available: the transaction was rolled back through no fault of its own. */
const passing: ReadonlySet<string | undefined> = new Set(['40001', '40P01', '55P03']);

/** Tries a transaction again that lost against another one, after a short pause that differs from the other's. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof TouchedOthers || passing.has(sqlState(error));
      if (!again || tried >= mostTries || performance.now() - startedAt > patienceMs) throw error;
      await delay(Math.random() * 10 * 2 ** tried);
    }
  }
}
