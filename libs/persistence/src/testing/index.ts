export { freshDatabase, testRolePasswords } from './fresh-database.ts';
export type { FreshDatabase } from './fresh-database.ts';
export { openDesk } from './desk.ts';
export type { Desk } from './desk.ts';
export {
  acceptedHousehold,
  itemFor,
  openAgain,
  openHousehold,
  openSitting,
  sentHandoff,
  storyOfHousehold,
} from './household.ts';
export type { Household } from './household.ts';
export { whatWasOrdered } from '../executor/fingerprint.ts';
export { needsNudge } from '../executor/nudge.ts';
export { decidedNotices, lock, noticeOutbox, nudgePiece, wakeRelays } from '../executor/statements.ts';
export { rowCounts } from './row-counts.ts';
export { closedHousehold, withdrawnHousehold } from './journey.ts';
export type { ToldCase } from './journey.ts';
export { releasedDatabase, releaseIn, rowsIn } from './released-database.ts';
export type { Rows } from './released-database.ts';
