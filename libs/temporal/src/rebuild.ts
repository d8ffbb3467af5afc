import { setTimeout as pause } from 'node:timers/promises';
import { proceduresVersion } from '#libs/contracts';
import { aloneWith, openRecords, proceduresAreRunning, runningProcedures, standingForNudge } from '#libs/persistence';
import { restartFromLog } from './nudge-sender.ts';
import type { TemporalClient } from './temporal-client.ts';

type Clock = Parameters<typeof openRecords>[0];

export interface RebuildSettings {
  /** Connections of the clock role. */
  readonly clock: Clock;
  readonly temporal: Pick<TemporalClient, 'starting'>;
  /** Records a second at most; a cluster takes some 150. Default 100. */
  readonly perSecond?: number;
  /** Called after each page with the number of records started so far. */
  readonly onProgress?: (started: number) => void;
  /** The procedures of this build; given by tests only. */
  readonly version?: number;
}

const pageSize = 200;
/** Any number, the same in every process: one of several workers starts workflows again. */
const restartLock = 7_281_933;

/**
 * Starts the workflow of every open record again from the log: after a change that running workflows cannot replay, and after the
 * Temporal store was lost. May be stopped and repeated at any time: what is done is not done twice.
 * @returns how many were started @throws when Temporal or the database does not answer
 */
export async function restartAllFromLog({
  clock,
  temporal,
  perSecond = 100,
  onProgress,
}: RebuildSettings): Promise<number> {
  let started = 0;
  for (
    let page = await openRecords(clock, undefined, pageSize);
    page.length > 0;
    page = await openRecords(clock, page.at(-1), pageSize)
  ) {
    for (const ref of page) {
      const standing = await standingForNudge(clock, ref);
      // closed or disposed of meanwhile
      if (!standing || standing.closed) continue;
      await restartFromLog(temporal, ref, standing);
      started += 1;
      await pause(1_000 / perSecond);
    }
    onProgress?.(started);
  }
  return started;
}

/**
 * Starts every workflow again from the log when it was started with older procedures than this build's, which it may not be able to
 * replay; once, whichever of several workers comes first. Cut off in the middle, the next one begins anew.
 * @returns how many were started, nothing when there was nothing to do @throws when Temporal or the database does not answer
 */
export async function restartOlderProcedures(settings: RebuildSettings): Promise<number | undefined> {
  const { clock, version = proceduresVersion } = settings;
  if ((await runningProcedures(clock)) >= version) return undefined;
  let started: number | undefined;
  await aloneWith(clock, restartLock, async () => {
    if ((await runningProcedures(clock)) >= version) return;
    started = await restartAllFromLog(settings);
    await proceduresAreRunning(clock, version);
  });
  return started;
}
