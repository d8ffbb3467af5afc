import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { municipality, openApiBed, TestBrowser, type Answered, type ApiBed } from './testing/api-bed.ts';

// Real: PostgreSQL in each trouble, the API with its pools of connections, by inject.

let database: FreshDatabase;
let bed: ApiBed;
let intruder: pg.Client;
let caseId: string;

const intake = {
  receivedOn: '2026-06-01',
  point: 'houkatsu',
  version: 'withoutConsent',
  urgent: false,
  concerns: ['withdrawal'],
  worstConcern: 'withdrawal',
  triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
  persons: [{ role: 'person', relation: 'self', birthYear: null, nameText: '架空 花子' }],
  storyText: '架空の相談',
  reporterText: null,
  contactRulesText: null,
};

beforeAll(async () => {
  database = await freshDatabase();
  bed = await openApiBed({
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    startMs: Date.UTC(2026, 5, 1, 0),
  });
  intruder = new pg.Client({ connectionString: database.superuserUrl });
  await intruder.connect();
  const aoi = await new TestBrowser(bed).signIn('aoi');
  caseId = (await aoi.command('/api/cases', intake)).id ?? '';
});
afterAll(async () => {
  await intruder.end();
  await bed.close();
  await database.drop();
});

/** Ends them on the server's side, and lets our pool of those that read find out. */
const endConnections = async (): Promise<void> => {
  await intruder.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'tsunagi-api%' and datname = current_database()`,
  );
  for (const _ of [1, 2])
    await Promise.allSettled(
      Array.from({ length: 10 }, async () => {
        await bed.parts.app.query('select 1');
      }),
    );
};

describe('a database that only lets itself be read', () => {
  let aoi: TestBrowser;
  beforeAll(async () => {
    aoi = await new TestBrowser(bed).signIn('aoi');
    // Its end is to be moved with the next request.
    await intruder.query(`update session set expires_at = now() + interval '5 minutes'`);
    await intruder.query(`alter database ${database.name} set default_transaction_read_only = on`);
    await endConnections();
  });
  afterAll(async () => {
    await intruder.query(`alter database ${database.name} reset default_transaction_read_only`);
    await endConnections();
  });

  it('shows lists and boards, although the session cannot be kept alive', async () => {
    for (const url of ['/api/session', '/api/my-work', '/api/cases', '/api/sittings', '/api/profile'])
      expect({ url, status: (await aoi.send('GET', url)).status }).toEqual({ url, status: 200 });
  });

  it('says of a page that is written down when it is read why it cannot open', async () => {
    const answered = await aoi.send('GET', `/api/cases/${caseId}`);
    expect(answered).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30' },
      body: { code: 'database.read-only', detail: expect.stringContaining('閲覧の記録を残せないため') as unknown },
    });
    expect(JSON.stringify(answered.body)).not.toContain('架空');
  });

  it('says of a command that nothing was changed and that it may be sent again', async () => {
    expect(
      await aoi.send('POST', '/api/cases', { commandId: '0198a000-0000-7000-8000-00000000aaaa', ...intake }),
    ).toMatchObject({
      status: 503,
      body: { code: 'database.read-only', detail: expect.stringContaining('記録は変わっていません。') as unknown },
    });
  });
});

describe('commands that queue for the log of their municipality', () => {
  it('keep nobody waiting who reads a list', async () => {
    const aoi = await new TestBrowser(bed).signIn('aoi');
    await intruder.query('begin');
    await intruder.query('select 1 from audit_head where municipality_id = $1 for update', [municipality]);
    const commands = Array.from({ length: 30 }, async () =>
      bed.app.inject({
        method: 'POST',
        url: '/api/cases',
        headers: aoi.headers,
        payload: { commandId: crypto.randomUUID(), ...intake },
      }),
    );
    const first = await Promise.race([
      Promise.any(commands).then(() => 'a command'),
      aoi.send('GET', '/api/my-work').then(({ status }) => `the list: ${status}`),
    ]);
    await intruder.query('rollback');
    await Promise.all(commands);
    expect(first).toBe('the list: 200');
  }, 30_000);
});

describe('health', () => {
  it('answers while what it asks for is locked', async () => {
    await intruder.query('begin; lock table record, outbox, serving_process in access exclusive mode');
    const answered: Answered = await new TestBrowser(bed).send('GET', '/api/health');
    await intruder.query('rollback');
    expect(answered).toMatchObject({ status: 503, body: { status: 'bad' } });
  });
});
