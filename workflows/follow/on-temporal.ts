import { defineSignal, setHandler } from '@temporalio/workflow';
import { nudgeSignalName, type RecordLink, type Standing } from '#libs/contracts';
import type { Follower } from './follower.ts';
import { FollowerOnTemporal } from './follower-on-temporal.ts';
import { keepDates } from './keeper.ts';
import { nudgeWasHandled } from './signs.ts';

/**
 * Follows a record on Temporal until it is closed: runs its procedures and keeps its dates. Started late, twice or from nothing
 * it does the right thing, because it looks at the standing; a start after the end is a short run.
 */
export async function followOnTemporal<S extends Standing>(
  link: RecordLink<S>,
  lines: (record: Follower<S>) => Promise<void>,
): Promise<void> {
  const record = new FollowerOnTemporal(link);
  setHandler(defineSignal<[S]>(nudgeSignalName), (standing) => {
    record.told(standing);
    nudgeWasHandled();
  });
  await Promise.race([Promise.all([lines(record), keepDates(record)]), record.continueWhenLong(), record.lookAgain()]);
}
