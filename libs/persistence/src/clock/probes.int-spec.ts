import { afterAll, beforeAll, afterEach, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { roleUrl } from '../connection/database-urls.ts';
import { openDataSource } from '../connection/data-source.ts';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../testing/index.ts';
import { databaseAnswers, openProbes, type Probes } from './probes.ts';

// Real: PostgreSQL, HTTP.

let database: FreshDatabase;
let clock: DataSource;
let probes: Probes;

beforeAll(async () => {
  database = await freshDatabase();
  clock = await openDataSource({
    databaseUrl: roleUrl(database.ownerUrl, 'clock', testRolePasswords.clock),
    poolSize: 1,
  });
});
afterEach(async () => {
  await probes.close();
});
afterAll(async () => {
  await clock.destroy();
  await database.drop();
});

const told = async (path: string): Promise<readonly [number, unknown]> => {
  const answer = await fetch(`http://127.0.0.1:${probes.port}${path}`);
  const text = await answer.text();
  return [answer.status, text === '' ? null : JSON.parse(text)];
};
const ok = [200, { status: 'ok' }];
const bad = [503, { status: 'bad' }];

it('lives from the start, is ready from when its work can be done until it goes, and answers nothing else', async () => {
  probes = await openProbes(0, '127.0.0.1');
  expect([await told('/live'), await told('/ready')]).toEqual([ok, bad]);
  probes.readyWhile(async () => databaseAnswers(clock));
  expect([await told('/live'), await told('/ready'), await told('/')]).toEqual([ok, ok, [404, null]]);
  probes.leave();
  expect([await told('/live'), await told('/ready')]).toEqual([ok, bad]);
});

it('says within two seconds that it is not ready while the database does not answer, asks it once, and is ready again after', async () => {
  probes = await openProbes(0, '127.0.0.1');
  let looks = 0;
  probes.readyWhile(async () => {
    looks += 1;
    return databaseAnswers(clock);
  });
  const holder = clock.createQueryRunner();
  await holder.connect();
  const beganAtMs = performance.now();
  expect(await Promise.all([told('/ready'), told('/ready'), told('/live')])).toEqual([bad, bad, ok]);
  expect(performance.now() - beganAtMs).toBeLessThan(2_000);
  expect(looks).toBe(1);
  await holder.release();
  expect(await told('/ready')).toEqual(ok);
});

it('is not ready when the database refuses, and cannot have a port that is taken', async () => {
  probes = await openProbes(0, '127.0.0.1');
  const gone = new pg.Client({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
  probes.readyWhile(async () => gone.connect().then(() => true));
  expect(await told('/ready')).toEqual(bad);
  await expect(openProbes(probes.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
