import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../persistence/src/testing/index.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { until } from './testing/until.ts';

/** Real: PostgreSQL with its roles. Counted are the statements, no time. */
describe('OutboxRelay', () => {
  const items = 240;
  let database: FreshDatabase;
  let clock: pg.Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    clock = new pg.Pool({ connectionString: database.clockUrl, max: 2 });
    const owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
    await owner.query(`
      create table settled (at timestamptz not null default clock_timestamp());
      grant select, insert on settled to tsunagi_app, tsunagi_clock;
      create function count_settled() returns trigger language plpgsql as 'begin insert into settled default values; return null; end';
      create trigger count_settled after delete on outbox for each statement execute function count_settled()`);
    await owner.query(
      `insert into outbox (topic, key, municipality_id) select 'nudge', n::text, 'mihon' from generate_series(1, $1::int) n`,
      [items],
    );
    await owner.end();
  });
  afterAll(async () => {
    await clock.end();
    await database.drop();
  });

  it('takes out of the outbox in one statement what was done in one round', async () => {
    const handled = new Set<string>();
    const log = { warn: () => undefined, error: () => undefined };
    const handler = async ({ key }: { readonly key: string }): Promise<void> => {
      handled.add(key);
      return Promise.resolve();
    };
    const relay = OutboxRelay.start({
      databaseUrl: database.clockUrl,
      log,
      handlers: { nudge: handler },
      concurrency: 12,
    });
    try {
      await until(async () => (await clock.query('select 1 from outbox')).rowCount === 0);
    } finally {
      await relay.close();
    }
    expect(handled.size).toBe(items);
    const { rows } = await clock.query<{ statements: number }>('select count(*)::int as statements from settled');
    expect(rows[0]!.statements).toBeLessThanOrEqual(items / 6);
  });
});
