import type { RecordLink, SittingStanding } from '#libs/contracts';
import { followOnTemporal } from '../follow/on-temporal.ts';
import { followSitting } from './sitting.ts';

/** The workflow of one sitting of a meeting (`sitting/<municipality>/<id>`); ends when it is closed or cancelled. */
export async function sitting(link: RecordLink<SittingStanding>): Promise<void> {
  return followOnTemporal(link, followSitting);
}
