import type { QueryRunner } from 'typeorm';

/** The municipality that the running transaction works for; unset or '' (a connection that was used before) is nobody. */
const tenant = `municipality_id = (select nullif(current_setting('app.municipality', true), ''))`;

/**
 * Puts a table with `municipality_id` under row-level security: nobody, the owner included, sees or writes a row of a
 * municipality that the transaction did not name. A backfill takes FORCE off around itself, else it touches 0 rows.
 */
export async function protect(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(`create policy tenant on ${table} using (${tenant}) with check (${tenant})`);
}

/** What the application may do with a table; what is not named it may not. */
export async function grantApp(runner: QueryRunner, table: string, actions: string): Promise<void> {
  await runner.query(`grant ${actions} on ${table} to tsunagi_app`);
}

/** Lets the clock role (relay, sweep, rebuild) see `columns` of the rows of every municipality. */
export async function showClock(runner: QueryRunner, table: string, columns: string): Promise<void> {
  await runner.query(`create policy clock_reads on ${table} for select to tsunagi_clock using (true)`);
  await runner.query(`grant select (${columns}) on ${table} to tsunagi_clock`);
}
