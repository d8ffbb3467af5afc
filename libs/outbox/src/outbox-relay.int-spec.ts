import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { nudgePiece, wakeRelays } from '../../persistence/src/testing/index.ts';
import { freshDatabase, type FreshDatabase } from '../../persistence/src/testing/index.ts';
import { NotYet, type OutboxHandler, type OutboxItem } from './outbox-item.ts';
import { gateway, until } from './testing/until.ts';
import { OutboxRelay, type RelaySettings } from './outbox-relay.ts';
import { claimSql } from './outbox-statements.ts';

/** Real: PostgreSQL with its roles and row-level security, several relays and writers. */
describe('OutboxRelay', () => {
  let database: FreshDatabase;
  let writers: pg.Pool;
  let clock: pg.Pool;
  let relays: OutboxRelay[] = [];
  let told: { level: string; fields: unknown; message: string }[] = [];
  const log = {
    warn: (fields: object, message: string) => void told.push({ level: 'warn', fields, message }),
    error: (fields: object, message: string) => void told.push({ level: 'error', fields, message }),
  };

  beforeAll(async () => {
    database = await freshDatabase();
    writers = new pg.Pool({ connectionString: database.appUrl, max: 4 });
    clock = new pg.Pool({ connectionString: database.clockUrl, max: 2 });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('create table thing (key text primary key, version int not null)');
    await owner.query('grant select, insert, update on thing to tsunagi_app, tsunagi_clock');
    await owner.end();
  });

  afterAll(async () => {
    await writers.end();
    await clock.end();
    await database.drop();
  });

  beforeEach(async () => {
    told = [];
    await clock.query('delete from outbox');
  });

  afterEach(async () => {
    await Promise.all(relays.map(async (relay) => relay.close()));
    relays = [];
  });

  const start = (handler: OutboxHandler, more: Partial<RelaySettings> = {}): OutboxRelay => {
    const relay = OutboxRelay.start({
      databaseUrl: database.clockUrl,
      log,
      handlers: { nudge: handler },
      pollMs: 50,
      firstPauseMs: 5,
      longestPauseMs: 40,
      ...more,
    });
    relays.push(relay);
    return relay;
  };

  /** One commit that changes a thing and leaves word of it, as the executor does. */
  const write = async (key: string, municipality = 'mihon'): Promise<void> => {
    const client = await writers.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.municipality', $1, true)`, [municipality]);
      await client.query(
        'insert into thing values ($1, 1) on conflict (key) do update set version = thing.version + 1',
        [key],
      );
      await client.query(`with nudged as (${nudgePiece('$1')}) ${wakeRelays('$2')}`, [
        JSON.stringify([{ key, municipality }]),
        ['nudge'],
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  const versionOf = async (key: string): Promise<number> =>
    (await clock.query<{ version: number }>('select version from thing where key = $1', [key])).rows[0]?.version ?? 0;
  const waiting = async (): Promise<number> =>
    (await clock.query<{ n: number }>('select count(*)::int as n from outbox')).rows[0]?.n ?? -1;

  it('leaves nothing behind with four writers, three relays, failing handlers and lost answers', async () => {
    const seen = new Map<string, number>();
    let acts = 0;
    const handler: OutboxHandler = async ({ key }) => {
      acts += 1;
      const turn = acts % 5;
      if (turn === 1) throw new Error('failed before it acted');
      seen.set(key, Math.max(seen.get(key) ?? 0, await versionOf(key)));
      if (turn === 2) throw new Error('acted, but the answer was lost');
    };
    for (let n = 0; n < 3; n += 1) start(handler);
    await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        for (let n = 0; n < 40; n += 1) {
          const thing = (n * 7 + writer) % 25;
          const municipality = thing % 2 === 0 ? 'mihon' : 'kakuu';
          await write(`${municipality}/${thing}`, municipality);
        }
      }),
    );
    await until(async () => (await waiting()) === 0);
    for (const [key, version] of seen) expect([key, version]).toEqual([key, await versionOf(key)]);
    expect(seen.size).toBe(25);
  });

  it('acts again on the same key when a relay died after acting and before settling', async () => {
    await write('died');
    const dead = await clock.query<OutboxItem>(claimSql, [['nudge'], 1, 30]);
    const acted = dead.rows.map(({ key }) => key);
    start(async ({ key }) => {
      acted.push(key);
      return Promise.resolve();
    });
    await until(async () => (await waiting()) === 0);
    expect(acted).toEqual(['died', 'died']);
  });

  it('keeps a writing that came while an older one of the same key was acted on', async () => {
    const seqs: string[] = [];
    const gate = gateway();
    // One at a time: the older one is settled while the newer one waits.
    start(
      async ({ seq }) => {
        seqs.push(seq);
        await gate.passed;
      },
      { concurrency: 1 },
    );
    await write('again');
    await until(() => seqs.length === 1);
    await write('again');
    gate.open();
    await until(() => seqs.length === 2);
    await until(async () => (await waiting()) === 0);
    expect(Number(seqs[1])).toBeGreaterThan(Number(seqs[0]));
  });

  it('is woken by the commit, not by its poll', async () => {
    const acted: string[] = [];
    start(
      async ({ key }) => {
        acted.push(key);
        return Promise.resolve();
      },
      { pollMs: 3_600_000 },
    );
    await write('first');
    await until(() => acted.length === 1);
    await until(async () => (await waiting()) === 0);
    await write('second');
    await until(() => acted.length === 2);
  });

  it('leaves other topics to other relays', async () => {
    await clock.query(`insert into outbox (topic, key, municipality_id) values ('notice', 'elsewhere', 'mihon')`);
    await write('mine');
    const acted: string[] = [];
    start(async ({ key }) => {
      acted.push(key);
      return Promise.resolve();
    });
    await until(async () => (await waiting()) === 1);
    expect(acted).toEqual(['mine']);
  });

  it('raises an alarm from the set attempt on, with ids and codes and no word of the error', async () => {
    await write('stubborn');
    start(
      async ({ attempts }) => {
        if (attempts < 4)
          return Promise.reject(Object.assign(new Error('見本 千代 did not answer'), { code: 'ECONNREFUSED' }));
        return Promise.resolve();
      },
      { alarmAfterAttempts: 3 },
    );
    await until(async () => (await waiting()) === 0);
    expect(told.map(({ level }) => level)).toEqual(['warn', 'warn', 'error']);
    expect(told[2]?.fields).toEqual({ topic: 'nudge', key: 'stubborn', attempts: 3, code: 'ECONNREFUSED' });
    expect(JSON.stringify(told)).not.toContain('千代');
  });

  it('takes waiting for something else for no failure: nobody is told, and it goes when the word comes', async () => {
    await write('waits');
    const looked: number[] = [];
    let there = false;
    start(async ({ attempts }) => {
      looked.push(attempts);
      return there ? Promise.resolve() : Promise.reject(new NotYet());
    });
    await until(() => looked.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect({ looked, told }).toEqual({ looked: [1], told: [] });
    there = true;
    await write('waits');
    await until(async () => (await waiting()) === 0);
    expect({ looked, told }).toEqual({ looked: [1, 1], told: [] });
  });

  it('hears the word also when it comes while the handler is still looking', async () => {
    await write('raced');
    let looks = 0;
    start(async () => {
      looks += 1;
      if (looks > 1) return;
      await write('raced');
      throw new NotYet();
    });
    await until(async () => (await waiting()) === 0);
    expect(looks).toBe(2);
  });

  it('chooses what it claims once, in whatever order PostgreSQL joins: never more than asked for', async () => {
    const { rows } = await clock.query<{ 'QUERY PLAN': string }>(
      `explain ${claimSql.replace('$1', "'{nudge}'").replace('$2', '3').replace('$3', '1')}`,
    );
    expect(rows.map((row) => row['QUERY PLAN'].trim())).toEqual(expect.arrayContaining(['CTE due']));
  });

  it('never has more in hand than its concurrency', async () => {
    for (let n = 0; n < 12; n += 1) await write(`many/${n}`);
    let now = 0;
    let most = 0;
    start(
      async ({ key }) => {
        now += 1;
        most = Math.max(most, now);
        await versionOf(key);
        now -= 1;
      },
      { concurrency: 3 },
    );
    await until(async () => (await waiting()) === 0);
    expect(most).toBe(3);
  });

  it('goes on after all its connections were cut', async () => {
    const acted: string[] = [];
    start(async ({ key }) => {
      acted.push(key);
      return Promise.resolve();
    });
    await write('before');
    // Cut between acting and settling, the row would rightly wait for its lease to end.
    await until(async () => acted.length === 1 && (await waiting()) === 0);
    await clock.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'tsunagi-outbox%' and datname = current_database()`,
    );
    await write('after');
    await until(() => acted.includes('after'));
    await until(async () => (await waiting()) === 0);
  });

  it('on close finishes what it has in hand, claims nothing more and leaves the rest to the next', async () => {
    const gate = gateway();
    const acted: string[] = [];
    const relay = start(
      async ({ key }) => {
        acted.push(key);
        await gate.passed;
      },
      { concurrency: 1 },
    );
    await write('in-hand');
    await until(() => acted.length === 1);
    await write('left');
    const closing = relay.close();
    gate.open();
    await closing;
    relays = [];
    expect(acted).toEqual(['in-hand']);
    expect((await clock.query('select key from outbox')).rows).toEqual([{ key: 'left' }]);
  });

  it('starts and closes where no database answers', async () => {
    const relay = start(async () => Promise.resolve(), {
      databaseUrl: 'postgres://tsunagi_clock:x@127.0.0.1:9/none',
      pollMs: 10,
    });
    await until(() => told.length > 2);
    await relay.close();
    relays = [];
    expect(told.every(({ level }) => level === 'warn')).toBe(true);
  });
});
