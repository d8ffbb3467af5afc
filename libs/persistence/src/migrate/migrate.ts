import pg from 'pg';
import { AbstractLogger, DataSource } from 'typeorm';
import { dataSourceOptions } from '../connection/data-source.ts';
import { ensureServingRoles, type RolePasswords } from './serving-roles.ts';

export interface MigrateSettings {
  /** The owner's URL: CREATEROLE, no superuser needed. */
  readonly databaseUrl: string;
  readonly rolePasswords: RolePasswords;
  /** Told what is being done, one English line a step. */
  readonly log?: (line: string) => void;
}

/** Any number, the same in every process: two migrations of one database run one after the other. */
const migrationLock = 7_281_931;

/**
 * Brings the database to this build's form: serving roles, then every migration that is missing, each in a transaction of its own.
 * Does nothing twice; may run in several processes at once.
 * @returns the names of the migrations that were run
 * @throws when the database does not answer, or a migration fails (those before it stay)
 */
export async function migrate({
  databaseUrl,
  rolePasswords,
  log = () => undefined,
}: MigrateSettings): Promise<readonly string[]> {
  const owner = new pg.Client({ connectionString: databaseUrl, application_name: 'tsunagi-migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [migrationLock]);
    log('roles of the database');
    await ensureServingRoles(owner, databaseUrl, rolePasswords);
    const done = await withOwner(databaseUrl, log, runMissing);
    // PostgreSQL goes on planning for what was there before, until it counts anew.
    if (done.length > 0) await owner.query('analyze');
    return done;
  } finally {
    await owner.end();
  }
}

/** Takes back every migration, newest first: for checks and tests only, all data are gone. */
export async function unmigrate(databaseUrl: string): Promise<void> {
  await withOwner(
    databaseUrl,
    () => undefined,
    async (dataSource) => {
      for (const _ of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    },
  );
}

/** SQL that would make the schema what the entities say; nothing when they agree. */
export async function schemaDifferences(databaseUrl: string): Promise<readonly string[]> {
  return withOwner(
    databaseUrl,
    () => undefined,
    async (dataSource) => {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query);
    },
  );
}

async function runMissing(dataSource: DataSource): Promise<readonly string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map(({ name }) => name);
}

async function withOwner<T>(
  databaseUrl: string,
  log: (line: string) => void,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const options = dataSourceOptions({ databaseUrl, poolSize: 1, applicationName: 'tsunagi-migrate', patience: null });
  const dataSource = await new DataSource({ ...options, logger: new StepLogger(log) }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Passes on which migration was run, the only thing TypeORM tells of them; queries and their values are told to nobody. */
class StepLogger extends AbstractLogger {
  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    super([]);
    this.#log = log;
  }

  override logSchemaBuild(message: string): void {
    const run = /^Migration (\S+?)\d* has been executed/u.exec(message)?.[1];
    if (run !== undefined) this.#log(`migration ${run}`);
  }

  // A failure is thrown to the caller; nothing else is asked for.
  protected writeLog(): void {
    return;
  }
}
