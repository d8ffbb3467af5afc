import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { roleUrl } from '../connection/database-urls.ts';
import { migrate } from '../migrate/migrate.ts';
import { testPostgresUrl } from './config.ts';

const owner = 'tsunagi_owner';
const ownerPassword = 'owner-of-tests';
export const testRolePasswords = { app: 'app-of-tests', clock: 'clock-of-tests' } as const;
/** Any number, the same in every test process. */
const templateLock = 7_281_932;

/** A migrated, empty database of one test file. Roles are the cluster's; the rows are nobody else's. */
export interface FreshDatabase {
  readonly name: string;
  /** For `migrate`: no superuser, under row-level security like the others. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly clockUrl: string;
  /** Sees every row: for tests that look for what should not be there. */
  readonly superuserUrl: string;
  /** Ends every connection and removes the database. */
  drop(): Promise<void>;
}

/**
 * Copies the migrated template, which the first caller of a run makes (again when the migrations change).
 * @param migrated `false` gives an empty database, for tests of the migrations themselves
 * @throws when TSUNAGI_TEST_POSTGRES names no superuser of a running PostgreSQL
 */
export async function freshDatabase({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<FreshDatabase> {
  const name = `tsunagi_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await withSuperuser(async (superuser) => {
    // One after the other: a template that is being copied cannot be connected to, and roles belong to the whole cluster.
    await superuser.query('select pg_advisory_lock($1)', [templateLock]);
    await ensureOwner(superuser);
    const from = migrated ? await ensureTemplate(superuser) : 'template1';
    await superuser.query(`create database ${name} template ${from} owner ${owner}`);
  });
  const ownerUrl = urlOf(name);
  return {
    name,
    ownerUrl,
    appUrl: roleUrl(ownerUrl, 'app', testRolePasswords.app),
    clockUrl: roleUrl(ownerUrl, 'clock', testRolePasswords.clock),
    superuserUrl: inDatabase(name).toString(),
    drop: async () =>
      withSuperuser(async (superuser) => {
        await superuser.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function ensureOwner(superuser: pg.Client): Promise<void> {
  const { rowCount } = await superuser.query('select 1 from pg_roles where rolname = $1', [owner]);
  if (rowCount === 0)
    await superuser.query(`create role ${owner} login createrole nosuperuser password '${ownerPassword}'`);
}

async function ensureTemplate(superuser: pg.Client): Promise<string> {
  const template = `tsunagi_template_${migrationsHash()}`;
  const { rowCount } = await superuser.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount === 1) return template;
  // Made under another name first: a run that was killed in between leaves no half template.
  const draft = `${template}_draft`;
  await superuser.query(`drop database if exists ${draft} with (force)`);
  await superuser.query(`create database ${draft} owner ${owner}`);
  await migrate({ databaseUrl: urlOf(draft), rolePasswords: testRolePasswords });
  await superuser.query(`alter database ${draft} rename to ${template}`);
  return template;
}

function migrationsHash(): string {
  const folder = join(import.meta.dirname, '../../../../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

function urlOf(database: string): string {
  const url = inDatabase(database);
  url.username = owner;
  url.password = ownerPassword;
  return url.toString();
}

function inDatabase(database: string): URL {
  const url = new URL(testPostgresUrl());
  url.pathname = `/${database}`;
  return url;
}

async function withSuperuser<T>(work: (superuser: pg.Client) => Promise<T>): Promise<T> {
  const superuser = new pg.Client({ connectionString: testPostgresUrl(), application_name: 'tsunagi-tests' });
  await superuser.connect();
  try {
    return await work(superuser);
  } finally {
    await superuser.end();
  }
}
