import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../testing/index.ts';
import { testRolePasswords } from '../testing/fresh-database.ts';
import { migrate, schemaDifferences, unmigrate } from './migrate.ts';

// Real: PostgreSQL, TypeORM, the migrations. Nothing is mocked.
describe('migrations', () => {
  let database: FreshDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase({ migrated: false });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const tables = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('go all up, agree with the entities, go all down and up again', async () => {
    const lines: string[] = [];
    const done = await migrate({
      databaseUrl: database.ownerUrl,
      rolePasswords: testRolePasswords,
      log: (line) => lines.push(line),
    });
    expect(done.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.startsWith('migration '))).toHaveLength(done.length);
    expect(await schemaDifferences(database.ownerUrl)).toEqual([]);
    const made = await tables();
    expect(made).toContain('record');

    await unmigrate(database.ownerUrl);
    expect(await tables()).toEqual([]);

    expect(await migrate({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords })).toEqual(done);
    expect(await tables()).toEqual(made);
    expect(await migrate({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords })).toEqual([]);
  });

  it('put every table with municipality_id under forced row-level security', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });

  it('index the columns of every foreign key', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select f.conname as name from pg_constraint f
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
        select 1 from pg_index i where i.indrelid = f.conrelid and i.indpred is null
          and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)`);
    expect(rows).toEqual([]);
  });
});
