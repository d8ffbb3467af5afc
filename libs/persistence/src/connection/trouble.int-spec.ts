import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { retried } from '../executor/retry.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { breakableLine, type BreakableLine } from '../testing/breakable-line.ts';
import { openDataSource } from './data-source.ts';
import { inMunicipality, withoutMunicipality } from './transaction.ts';
import { troubleOf, UncertainCommit, type Trouble } from './trouble.ts';

/** Real: PostgreSQL, its words and its line. An error that nobody listens to would end this very process. */
describe('a database in trouble', () => {
  let database: FreshDatabase;
  let superuser: pg.Client;
  const opened: DataSource[] = [];
  const lines: BreakableLine[] = [];
  const quick = {
    connectMs: 1_000,
    lockMs: 60,
    statementMs: 150,
    answerMs: 400,
    idleTransactionMs: 200,
    byIndex: true,
  };

  beforeAll(async () => {
    database = await freshDatabase();
    superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query(`create table thing (n int primary key)`);
    await superuser.query('insert into thing values (1)');
    await superuser.query('grant select, insert, update on thing to tsunagi_app');
  });
  afterEach(async () => {
    for (const source of opened.splice(0)) await source.destroy();
    for (const line of lines.splice(0)) await line.close();
  });
  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  const open = async (databaseUrl = database.appUrl, poolSize = 2): Promise<DataSource> => {
    const source = await openDataSource({ databaseUrl, poolSize, patience: quick, applicationName: 'in-trouble' });
    opened.push(source);
    return source;
  };
  const lineTo = async (): Promise<BreakableLine> => {
    const line = await breakableLine(database.appUrl);
    lines.push(line);
    return line;
  };
  const ask = async (source: DataSource, text: string): Promise<unknown> =>
    withoutMunicipality(source, { name: '', text }, []);
  const failing = async (
    work: Promise<unknown>,
  ): Promise<{ readonly error: unknown; readonly trouble: Trouble | undefined }> =>
    work.then(
      () => ({ error: undefined, trouble: undefined }),
      (error: unknown) => ({ error, trouble: troubleOf(error) }),
    );

  it('that ends every connection, again and again, ends no process, and who may ask twice gets an answer', async () => {
    const source = await open(database.appUrl, 4);
    const calm = new AbortController();
    const storm = (async () => {
      while (!calm.signal.aborted) {
        await superuser.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'in-trouble' and datname = current_database()`,
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const ends: (Trouble | 'answered' | undefined)[] = [];
    const desks = [0, 1, 2, 3].map(async () => {
      for (let n = 0; n < 60; n += 1) {
        const work = retried(async () =>
          inMunicipality(source, { municipality: 'a-town' }, async (tx) =>
            tx.rows({ name: 'one', text: 'select 1' }, []),
          ),
        );
        ends.push(await work.then(() => 'answered' as const, troubleOf));
      }
    });
    await Promise.all(desks);
    calm.abort();
    await storm;
    expect(new Set(ends)).not.toContain(undefined);
    expect(ends.filter((end) => end === 'answered').length).toBeGreaterThan(ends.length / 2);
    expect(await ask(source, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('may say in one breath that a new connection is ready and that it ends', async () => {
    const message = (type: string, body: Buffer): Buffer => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      return Buffer.concat([Buffer.from(type), length, body]);
    };
    const ready = message('Z', Buffer.from('I'));
    const fatal = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'));
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([message('R', Buffer.alloc(4)), ready, fatal])));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await expect(open(`postgres://x:y@127.0.0.1:${port}/none`)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.close();
  });

  it.each([
    ['a statement that takes too long', 'select pg_sleep(5)', 'busy'],
    ['a server that goes down', `do $$ begin raise sqlstate '57P02'; end $$`, 'away'],
    ['a full disk', `do $$ begin raise sqlstate '53100'; end $$`, 'full'],
    ['a fault of ours', 'select no_such_column', undefined],
  ])('is told by kind: %s', async (_what, text, trouble) => {
    expect((await failing(ask(await open(), text))).trouble).toBe(trouble);
  });

  it('is busy for who waits for a lock, also without a municipality', async () => {
    const source = await open();
    await superuser.query('begin; lock table thing in access exclusive mode');
    expect((await failing(ask(source, 'select n from thing'))).trouble).toBe('busy');
    await superuser.query('rollback');
    expect(await ask(source, 'select n from thing')).toEqual([{ n: 1 }]);
  });

  it('is busy while no connection of ours is free, and away when nobody listens', async () => {
    const source = await open(database.appUrl, 1);
    const holding = source.createQueryRunner();
    await holding.connect();
    expect((await failing(ask(source, 'select 1'))).trouble).toBe('busy');
    await holding.release();
    expect(await ask(source, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await failing(open('postgres://x:y@127.0.0.1:9/none'))).error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('does not keep anybody waiting when it is frozen: the connection is given up', async () => {
    const line = await lineTo();
    const source = await open(line.url, 1);
    line.pause();
    const frozen = await failing(ask(source, 'select 1'));
    expect(frozen.trouble).toBe('busy');
    line.resume();
    expect(await ask(source, 'select 2 as two')).toEqual([{ two: 2 }]);
  });

  it('that can only be read says so to who writes, and lets itself be read', async () => {
    await superuser.query(`alter role tsunagi_app in database ${database.name} set default_transaction_read_only = on`);
    try {
      const source = await open();
      expect((await failing(ask(source, 'update thing set n = 1'))).trouble).toBe('read-only');
      expect(await ask(source, 'select n from thing')).toEqual([{ n: 1 }]);
    } finally {
      await superuser.query(`alter role tsunagi_app in database ${database.name} reset default_transaction_read_only`);
    }
  });

  it('whose line breaks at the commit leaves it open whether that was done, and says so', async () => {
    const line = await lineTo();
    const source = await open(line.url, 1);
    line.cutAfter('commit');
    const cut = await failing(
      inMunicipality(source, { municipality: 'a-town' }, async (tx) =>
        tx.rows({ name: 'insert', text: 'insert into thing values (2)' }, []),
      ),
    );
    expect(cut.error).toBeInstanceOf(UncertainCommit);
    expect(cut.trouble).toBe('away');
    // Here it was done; the server may still be about it when the line breaks.
    const written = async (): Promise<number | null> =>
      (await superuser.query('select n from thing where n = 2')).rowCount;
    for (let look = 0; look < 100 && (await written()) === 0; look += 1) await delay(50);
    expect(await written()).toBe(1);
  });

  it('whose line breaks before the commit has done nothing', async () => {
    const line = await lineTo();
    const source = await open(line.url, 1);
    line.cutAfter('values (3)');
    const cut = await failing(
      inMunicipality(source, { municipality: 'a-town' }, async (tx) =>
        tx.rows({ name: 'insert', text: 'insert into thing values (3)' }, []),
      ),
    );
    expect(cut).toMatchObject({ trouble: 'away' });
    expect(cut.error).not.toBeInstanceOf(UncertainCommit);
    expect((await superuser.query('select n from thing where n = 3')).rowCount).toBe(0);
  });

  it('ends a transaction that waits for us for too long', async () => {
    const source = await open();
    const idle = await failing(
      inMunicipality(source, { municipality: 'a-town' }, async (tx) => {
        await tx.rows({ name: 'one', text: 'select 1' }, []);
        await new Promise((resolve) => setTimeout(resolve, 600));
        await tx.rows({ name: 'one', text: 'select 1' }, []);
      }),
    );
    expect(idle.trouble).toBeDefined();
  });
});
