import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { newCommandId, signInToDemo } from './demo-desk.ts';
import {
  caughtMails,
  endAll,
  everythingRuns,
  freshPlace,
  serversOf,
  startByNpm,
  startTsunagi,
  stillRunning,
  type Place,
} from './started-local.ts';

// Real here: the build, PostgreSQL, Temporal, SMTP, signals. Nothing is mocked.

// Several whole starts a test, on a machine that may be busy.
jest.setTimeout(300_000);
afterEach(endAll);

const portsOf = (place: Place): Record<string, number> =>
  JSON.parse(readFileSync(join(place.home, 'ports.json'), 'utf8')) as Record<string, number>;

async function asOwner<T>(place: Place, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const password = readFileSync(join(place.home, 'secrets', 'postgres-owner'), 'utf8').trim();
  const port = String(portsOf(place)['postgres'] ?? '');
  const client = new pg.Client({ connectionString: `postgres://tsunagi_owner:${password}@127.0.0.1:${port}/tsunagi` });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

async function rowsOf(place: Place, table: string): Promise<number> {
  const { rows } = await asOwner(place, async (client) =>
    client.query<{ n: number }>(`select count(*)::int as n from ${table}`),
  );
  return rows[0]?.n ?? -1;
}

async function commitRow(place: Place): Promise<void> {
  await asOwner(place, async (client) =>
    client.query('create table acknowledged (at timestamptz); insert into acknowledged values (now())'),
  );
}

async function sendMail(place: Place): Promise<void> {
  const post = nodemailer.createTransport({ host: '127.0.0.1', port: portsOf(place)['smtp'] ?? 0 });
  await post.sendMail({ from: 'desk@example.jp', to: 'head@example.jp', subject: 'acknowledged', text: '.' });
  post.close();
}

describe('starting on one machine', () => {
  it('tells address, people, mails and Temporal, serves the first page, and leaves nothing running after Ctrl-C', async () => {
    const place = await freshPlace();
    const tsunagi = startTsunagi(place);
    await tsunagi.printed(everythingRuns);
    expect(tsunagi.output()).toMatch(
      /つなぎが動いています: http:\/\/localhost:\d+[\s\S]*担当 みどり[\s\S]*届いたメールを見る: http[\s\S]*Temporal\): http/,
    );
    expect((await fetch(`http://127.0.0.1:${place.port}/`)).status).toBe(200);
    const servers = serversOf(place);
    expect(stillRunning(servers)).toHaveLength(2);
    tsunagi.signal('SIGINT');
    // npm passes the same key press on a second time
    tsunagi.signal('SIGINT');
    expect(await tsunagi.ended).toBe(0);
    expect(stillRunning(servers)).toEqual([]);
  });

  it('starts again after kill -9 of everything, with all that was acknowledged', async () => {
    const place = await freshPlace();
    const killed = startTsunagi(place);
    await killed.printed(everythingRuns);
    const desk = await signInToDemo(place);
    const commandId = newCommandId();
    const adviceId = await desk.recordAdvice(commandId);
    await sendMail(place);
    const servers = serversOf(place);
    killed.signal('SIGKILL');
    for (const { pid } of servers) process.kill(pid, 'SIGKILL');
    await killed.ended;

    const next = startTsunagi(place);
    await next.printed(everythingRuns);
    expect(await desk.caseStatus(adviceId)).toBe(200);
    // the browser that got no answer asks again: it gets the one that was stored, nothing is done twice
    expect(await desk.recordAdvice(commandId)).toBe(adviceId);
    expect((await caughtMails(place)).map(({ subject }) => subject)).toContain('acknowledged');
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('ends the servers that a killed start left running, and starts again', async () => {
    const place = await freshPlace();
    const killed = startTsunagi(place);
    await killed.printed(everythingRuns);
    await commitRow(place);
    const orphans = serversOf(place);
    killed.signal('SIGKILL');
    await killed.ended;
    expect(stillRunning(orphans)).toHaveLength(2);

    const next = startTsunagi(place);
    await next.printed(everythingRuns);
    expect(stillRunning(orphans)).toEqual([]);
    expect(await rowsOf(place, 'acknowledged')).toBe(1);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves nothing running when npm alone gets a %s', async (signal) => {
    const place = await freshPlace();
    const npm = startByNpm(place);
    await npm.printed(everythingRuns);
    const servers = serversOf(place);
    expect(stillRunning(servers)).toHaveLength(2);
    npm.signal(signal);
    // The output is open until the last of them has ended.
    await npm.ended;
    expect(stillRunning(servers)).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${place.port}/`)).rejects.toThrow();
  });

  it('names the records of an older version whose log does not fold, and starts all the same', async () => {
    const place = await freshPlace();
    const first = startTsunagi(place);
    await first.printed(everythingRuns);
    const broken = await asOwner(place, async (client) => {
      // The owner is bound by the rules of each municipality as well.
      for (const table of ['record', 'event']) await client.query(`alter table ${table} no force row level security`);
      const { rows } = await client.query<{ id: string }>(
        `update record set shape = 0 where id = (select min(id::text)::uuid from record where is_open) returning id`,
      );
      const id = rows[0]?.id ?? '';
      await client.query(
        `update event set payload = jsonb_set(payload, '{type}', '"unheard-of"') where record_id = $1 and seq = 1`,
        [id],
      );
      for (const table of ['record', 'event']) await client.query(`alter table ${table} force row level security`);
      return id;
    });
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);

    const next = startTsunagi(place);
    await next.printed(everythingRuns);
    expect(next.output()).toMatch(new RegExp(`^  \\S+/${broken}: 出来事の記録から作り直せません`, 'mu'));
    expect((await fetch(`http://127.0.0.1:${place.port}/`)).status).toBe(200);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('refuses a second instance on the same data, which the first does not notice', async () => {
    const place = await freshPlace();
    const first = startTsunagi(place);
    await first.printed(everythingRuns);
    const second = startTsunagi({ ...place, port: (await freshPlace()).port });
    expect(await second.ended).toBe(22);
    expect(second.output()).toContain(`start.second-instance`);
    expect(second.output()).toContain(String(first.pid));
    expect((await fetch(`http://127.0.0.1:${place.port}/`)).status).toBe(200);
  });

  it('begins anew only when that is agreed to', async () => {
    const place = await freshPlace();
    const first = startTsunagi(place);
    await first.printed(everythingRuns);
    await commitRow(place);
    first.signal('SIGTERM');
    await first.ended;

    const unanswered = startTsunagi(place, ['--reset']);
    expect(await unanswered.ended).toBe(24);
    const agreed = startTsunagi(place, ['--reset', '--yes']);
    await agreed.printed(everythingRuns);
    await expect(rowsOf(place, 'acknowledged')).rejects.toThrow(/does not exist/);
  });
});

describe('a start that cannot be', () => {
  it('names the port that is taken and makes nothing', async () => {
    const place = await freshPlace();
    const other = createServer().listen(place.port, '127.0.0.1');
    await once(other, 'listening');
    const refused = startTsunagi(place);
    expect(await refused.ended).toBe(21);
    other.close();
    expect(refused.output()).toMatch(new RegExp(`start\\.port-taken[\\s\\S]*${place.port}`));
    expect(existsSync(place.home)).toBe(false);
  });

  it('says that there is no Temporal server and makes nothing', async () => {
    const place = await freshPlace();
    const refused = startTsunagi(place, [], { TSUNAGI_TEMPORAL: '/nonexistent/temporal', TEMPORAL_ADDRESS: '' });
    expect(await refused.ended).toBe(11);
    expect(refused.output()).toContain('start.no-temporal');
    expect(existsSync(place.home)).toBe(false);
  });
});
