import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';

// What the installation's one row says, asked and written with the clock's connection.

const procedures: Statement = { name: 'clock-procedures', text: 'select procedures from installation' };

/** Number of the procedures that the running workflows were started with. */
export async function runningProcedures(clock: DataSource): Promise<number> {
  const [row] = await withoutMunicipality<{ procedures: number }>(clock, procedures, []);
  if (!row) throw new Error('the installation has no row');
  return row.procedures;
}

const proceduresAre: Statement = {
  name: 'clock-procedures-are',
  text: 'update installation set procedures = greatest(procedures, $1)',
};

/** Every workflow runs these procedures from now on. */
export const proceduresAreRunning = async (clock: DataSource, version: number): Promise<void> => {
  await withoutMunicipality(clock, proceduresAre, [version]);
};

const raise: Statement = {
  name: 'clock-raise-epoch',
  text: `update installation set epoch = greatest(epoch + 1, floor(extract(epoch from clock_timestamp()))::bigint) returning epoch::float8`,
};

/**
 * The database was put back to a backup: from now on every standing says so, and workflows believe it although its `seq` is lower.
 * Seconds of the real clock, so that it is higher than what any workflow knew, also when the backup is from before an earlier raise.
 */
export async function raiseEpoch(clock: DataSource): Promise<number> {
  const [row] = await withoutMunicipality<{ epoch: number }>(clock, raise, []);
  if (!row) throw new Error('the installation has no row');
  return row.epoch;
}

const counted: Statement = {
  name: 'clock-workflows-counted',
  text: `
    update installation set running_workflows = $1,
      short_since = case when $1 < open.n then coalesce(short_since, now()) end
    from (select count(*)::int as n from record where is_open) as open`,
};

/** Notes how many workflows run, and since when they are fewer than the records that are open. */
export const workflowsCounted = async (clock: DataSource, running: number): Promise<void> => {
  await withoutMunicipality(clock, counted, [running]);
};

const attributesKnown: Statement = {
  name: 'clock-search-attributes',
  text: 'update installation set unsearchable_since = case when $1 then null else coalesce(unsearchable_since, now()) end',
};

/** Notes whether Temporal knows what workflows are found by, and since when it does not. */
export const searchAttributesAre = async (clock: DataSource, known: boolean): Promise<void> => {
  await withoutMunicipality(clock, attributesKnown, [known]);
};

/**
 * Does `work` while no other process does the work of the same key; does nothing when one does. The lock goes with the connection:
 * a process that dies leaves none. @returns whether it was done
 */
export async function aloneWith(clock: DataSource, key: number, work: () => Promise<void>): Promise<boolean> {
  const runner = clock.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
    if (rows[0]?.got !== true) return false;
    try {
      await work();
      return true;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [key]);
    }
  } finally {
    await runner.release();
  }
}
