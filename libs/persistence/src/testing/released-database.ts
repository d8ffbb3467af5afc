import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../connection/data-source.ts';
import { ensureServingRoles } from '../migrate/serving-roles.ts';
import { freshDatabase, testRolePasswords, type FreshDatabase } from './fresh-database.ts';

/** What `test/releases/record.mjs` noted of a release. */
export interface Release {
  readonly release: string;
  /** Name of its newest migration. */
  readonly newestMigration: string;
  readonly masterKey: string;
  readonly shapes: Readonly<Record<string, number>>;
  readonly procedures: number;
}

/** Rows of every table, as `to_jsonb` gives them. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const releaseIn = (folder: string): Release =>
  JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as Release;

export const rowsIn = (folder: string): Rows =>
  JSON.parse(gunzipSync(readFileSync(join(folder, 'database.json.gz'))).toString('utf8')) as Rows;

/** A database as that release left it: its schema with its rows, and none of the migrations since. */
export async function releasedDatabase({ newestMigration }: Release, rows: Rows): Promise<FreshDatabase> {
  const database = await freshDatabase({ migrated: false });
  await migrateUpTo(database, newestMigration);
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  try {
    // Rows come table by table: what they refer to may come later.
    await superuser.query('set session_replication_role = replica');
    for (const [table, found] of Object.entries(rows)) {
      // A migration may have put rows of its own there: who this installation is.
      await superuser.query(`delete from public.${table}`);
      await superuser.query(
        `insert into public.${table} overriding system value select * from jsonb_populate_recordset(null::public.${table}, $1)`,
        [JSON.stringify(found)],
      );
    }
  } finally {
    await superuser.end();
  }
  return database;
}

async function migrateUpTo({ ownerUrl }: FreshDatabase, newest: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await ensureServingRoles(owner, ownerUrl, testRolePasswords);
  await owner.end();
  const options = dataSourceOptions({ databaseUrl: ownerUrl, poolSize: 1 });
  const all = await new DataSource(options).initialize();
  const names = all.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const then = all.migrations.slice(0, names.indexOf(newest) + 1);
  await all.destroy();
  if (then.length === 0) throw new Error(`there is no migration ${newest}`);
  const source = await new DataSource({
    ...options,
    migrations: then.map(({ constructor }) => constructor),
  }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}
