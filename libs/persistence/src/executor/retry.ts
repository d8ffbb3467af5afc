import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { inMunicipality, NoConnection, sqlState, type Scope, type Transaction } from '../connection/transaction.ts';

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

/** {@link inMunicipality}, tried again when it lost against another one: for `work` that changes nothing by itself. */
export const readInMunicipality = async <T>(
  dataSource: DataSource,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => retried(async () => inMunicipality(dataSource, scope, work));

// query_canceled (a timeout), too_many_connections, cannot_connect_now, admin_shutdown, crash_shutdown; 08…: the connection was lost.
const away: ReadonlySet<string> = new Set(['57014', '53300', '57P03', '57P01', '57P02']);

/** Was the database too busy, or away? Asking again in a moment may do. */
export function isBusy(error: unknown): boolean {
  const state = sqlState(error);
  if (error instanceof NoConnection || error instanceof TouchedOthers || passing.has(state)) return true;
  return state !== undefined && (away.has(state) || /^08.{3}$/u.test(state));
}
