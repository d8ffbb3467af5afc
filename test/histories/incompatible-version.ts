// A version of the workflows that ours is not compatible with, for histories that must fail to replay.
import { sleep } from '@temporalio/workflow';
import type { CaseStanding, RecordLink, SittingStanding } from '#libs/contracts';
import { followOnTemporal } from '../../workflows/follow/on-temporal.ts';
import { followSitting } from '../../workflows/sitting/sitting.ts';
import { followCase } from '../../workflows/support-case/support-case.ts';

/** Lets a day pass before it looks. */
export async function supportCase(link: RecordLink<CaseStanding>): Promise<void> {
  await sleep('1 day');
  return followOnTemporal(link, followCase);
}

/** Lets a day pass before it looks. */
export async function sitting(link: RecordLink<SittingStanding>): Promise<void> {
  await sleep('1 day');
  return followOnTemporal(link, followSitting);
}
