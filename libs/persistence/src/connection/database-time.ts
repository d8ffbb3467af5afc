import type { DataSource } from 'typeorm';

/** How far each database's clock is ahead of the steps that this process counts. */
const aheadMs = new WeakMap<DataSource, number>();

/** Notes what the database's clock showed just now. Told by every transaction and every look-up of a session or link. */
export function noteDatabaseTime(dataSource: DataSource, nowMs: number): void {
  aheadMs.set(dataSource, nowMs - performance.now());
}

/**
 * What the database's clock shows, epoch ms, as it was last told over these connections and counted on since: for whoever only looks,
 * so that a page calls late what a command calls late. Only before the first word of the database it is this machine's own clock.
 */
export const databaseNowMs = (dataSource: DataSource): number =>
  performance.now() + (aheadMs.get(dataSource) ?? performance.timeOrigin);
