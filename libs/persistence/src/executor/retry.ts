import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { inMunicipality, type Scope, type Transaction } from '../connection/transaction.ts';
import { NoConnection, sqlState, TouchedOthers } from '../connection/trouble.ts';

const mostTries = 6;
/** No further try begins after this: whoever waits has given up by then. */
const patienceMs = 2_500;

/** Rolled back through no fault of its own: serialization_failure, deadlock_detected, lock_not_available, admin_shutdown (also one connection alone). */
const passing: ReadonlySet<string | undefined> = new Set(['40001', '40P01', '55P03', '57P01']);

/**
 * Tries a transaction again that lost against another one or whose connection broke, after a short pause that differs from the other's.
 * Only for work that may be done twice: reading, and commands, which are known by their ids.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof TouchedOthers || error instanceof NoConnection || passing.has(sqlState(error));
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
