import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, jest } from '@jest/globals';
import { TemporalClient } from '#libs/temporal';
import pg from 'pg';
import { mihonCaseId } from '../../apps/local/src/demo/mihon-family.ts';
import { signInToDemo } from './demo-desk.ts';
import {
  endAll,
  everythingRuns,
  freshPlace,
  runCommand,
  serversOf,
  startTsunagi,
  type Place,
} from './started-local.ts';
import { eventually, silent } from './worker-temporal-server.ts';

// Real: the build as `npm start` runs it with PostgreSQL, worker and Temporal, kill -9, a deleted store, `tsunagi rebuild` as a program.

jest.setTimeout(300_000);
afterEach(endAll);

const portOf = ({ home }: Place, name: string): number =>
  (JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8')) as Record<string, number>)[name] ?? 0;

/** Asks the database as its superuser, past row-level security. */
async function rowsOf<T extends pg.QueryResultRow>(place: Place, sql: string): Promise<T[]> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: portOf(place, 'postgres'),
    user: 'postgres',
    password: readFileSync(join(place.home, 'secrets', 'postgres-superuser'), 'utf8').trim(),
    database: 'tsunagi',
  });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What happened to the case of the 見本家, oldest first; a step of a ladder as `step key/index`. */
const deedsOf = async (place: Place): Promise<string[]> => {
  const events = await rowsOf<{ type: string; payload: { key?: string; index?: number } }>(
    place,
    `select type, payload from event where record_id = '${mihonCaseId}' order by seq`,
  );
  return events.map(({ type, payload: { key, index } }) =>
    type === 'obligation-step-taken' ? `step ${key ?? ''}/${index ?? ''}` : type,
  );
};
const noticesOf = async (place: Place): Promise<string[]> =>
  (
    await rowsOf<{ told: string }>(
      place,
      `select record_id || ' ' || kind || ' ' || key as told from notice order by 1`,
    )
  ).map(({ told }) => told);
const openRecordsOf = async (place: Place): Promise<string[]> =>
  (
    await rowsOf<{ id: string }>(
      place,
      `select kind || '/' || municipality_id || '/' || id as id from record where is_open order by 1`,
    )
  ).map(({ id }) => id);

/** Ids of the workflows that Temporal runs at this moment. */
async function runningWorkflows(place: Place): Promise<string[]> {
  const client = new TemporalClient(
    { address: `127.0.0.1:${portOf(place, 'temporal')}`, namespace: 'default' },
    silent,
  );
  try {
    const running: string[] = [];
    await client.calling(async ({ workflow }) => {
      for await (const { workflowId } of workflow.list({
        query: `ExecutionStatus = 'Running' and TsunagiMunicipality is not null`,
      }))
        running.push(workflowId);
    });
    return running.toSorted();
  } finally {
    await client.close();
  }
}

const twice = (deeds: readonly string[]): string[] => deeds.filter((deed, at) => deeds.indexOf(deed) !== at);

it('`tsunagi rebuild` goes on with every open record where it stood when the whole Temporal store was lost in mid-run', async () => {
  const place = await freshPlace();
  const killed = startTsunagi(place);
  await killed.printed(everythingRuns);
  const [kikan, houkatsu, office] = await Promise.all(
    ['担当 しげる', '担当 あおい', '担当 みどり'].map(async (name) => signInToDemo(place, name)),
  );
  if (!kikan || !houkatsu || !office) throw new Error('the demo has lost its people');
  const speakers: Readonly<Record<string, typeof office>> = { kikan, houkatsu };
  const submit = async (agency: string): Promise<void> =>
    (speakers[agency] ?? office).give(mihonCaseId, 'submit-sheet', `sheet/${agency}`, { agency, text: '見立て' });
  const sheets = async () => (await office.readCase(mihonCaseId)).sheets;

  const handoffId = (await office.readCase(mihonCaseId)).handoffs.find(({ main }) => main)?.id ?? '';
  await kikan.give(mihonCaseId, 'accept-handoff', `handoff/${handoffId}`, { handoffId, answerText: null });
  await eventually('sheets are asked for', async () => (await sheets()).length > 1, 60_000);
  await eventually('the procedure runs', async () => (await runningWorkflows(place)).length > 0);
  const [first, ...others] = (await sheets()).map(({ agency }) => agency);
  await submit(first ?? '');
  const [deedsBefore, noticesBefore] = [await deedsOf(place), await noticesOf(place)];

  const servers = serversOf(place);
  killed.signal('SIGKILL');
  for (const { pid } of servers) process.kill(pid, 'SIGKILL');
  await killed.ended;
  for (const end of ['', '-wal', '-shm']) rmSync(join(place.home, `temporal.sqlite${end}`), { force: true });

  const next = startTsunagi(place);
  await next.printed(everythingRuns);
  const open = await openRecordsOf(place);
  expect(open).toContain(`support-case/higashiagatsuma/${mihonCaseId}`);
  expect(await runningWorkflows(place)).toEqual([]);

  // Twice, as somebody in doubt would.
  for (let time = 0; time < 2; time += 1) {
    const rebuilt = await runCommand(place, ['rebuild']);
    expect(rebuilt).toEqual({
      exitCode: 0,
      output: expect.stringContaining(`${open.length} 件の手続きを立て直しました。`),
    });
  }
  await eventually(
    'every open record has its one procedure, before anybody touches it',
    async () => JSON.stringify(await runningWorkflows(place)) === JSON.stringify(open),
    60_000,
  );
  for (const agency of others) await submit(agency);
  await eventually('the plan is begun', async () => (await deedsOf(place)).includes('planning-begun'), 60_000);
  expect(await runningWorkflows(place)).toEqual(open);

  const deeds = await deedsOf(place);
  const once = ['sheets-asked', 'planning-begun'];
  expect(once.map((type) => deeds.filter((deed) => deed === type).length)).toEqual([1, 1]);
  expect(deeds.slice(0, deedsBefore.length)).toEqual(deedsBefore);
  const steps = deeds.filter((deed) => deed.startsWith('step '));
  expect(steps.length).toBeGreaterThan(2);
  expect(twice(steps)).toEqual([]);
  const notices = await noticesOf(place);
  expect(notices).toEqual(expect.arrayContaining(noticesBefore));
  expect(twice(notices)).toEqual([]);
  expect((await office.readCase(mihonCaseId)).stage).toBe('planning');
});
