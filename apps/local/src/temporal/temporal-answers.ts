import { Connection } from '@temporalio/client';
import { setTimeout as delay } from 'node:timers/promises';

/** Asks once. @returns whether the namespace is there and answers */
async function answersNow(address: string, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2_000 });
    try {
      await connection.withDeadline(Date.now() + 2_000, async () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

/**
 * Waits until Temporal answers for the namespace.
 * @param patienceMs how long, at most
 * @returns whether it did
 */
export async function temporalAnswers(
  address: string,
  namespace: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (!signal.aborted) {
    if (await answersNow(address, namespace)) return true;
    if (Date.now() > until) return false;
    await delay(100);
  }
  return false;
}
