import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { openApiBed, publicUrl, TestBrowser, type ApiBed } from '../testing/api-bed.ts';

// Real: PostgreSQL, Fastify on a port, sockets.

let database: FreshDatabase;
let folder: string;
let bed: ApiBed;
let port: number;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-edges-'));
  bed = await openApiBed({
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    startMs: Date.UTC(2026, 5, 1, 0),
    edge: { problemLog: join(folder, 'pages.log'), slowestRequestMs: 500 },
  });
  await bed.app.listen(0, '127.0.0.1');
  ({ port } = bed.app.getHttpServer().address() as AddressInfo);
});
afterEach(async () => {
  await bed.close();
  await rm(folder, { recursive: true });
});

/** What comes back until the other side ends the connection. */
async function answerTo(...sent: readonly string[]): Promise<string> {
  const socket = opened();
  for (const part of sent) socket.write(part);
  let said = '';
  socket.setEncoding('utf8').on('data', (part: string) => (said += part));
  await once(socket, 'close');
  return said;
}

function opened(): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined); // being cut is what is looked for
  return socket;
}

const told = (answer: string): { status: number; headers: string; body: Record<string, unknown> } => {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    headers: head.toLowerCase(),
    body: JSON.parse(body) as Record<string, unknown>,
  };
};

const withOurHeaders = (headers: string): void => {
  expect(headers).toContain('content-type: application/problem+json; charset=utf-8');
  expect(headers).toContain('x-content-type-options: nosniff');
  expect(headers).toContain('referrer-policy: no-referrer');
  expect(headers).toContain('cache-control: no-store');
};

const head = `POST /api/session HTTP/1.1\r\nhost: localhost\r\norigin: ${publicUrl}\r\ncontent-type: application/json\r\n`;

describe('whatever is refused before a route is asked', () => {
  it.each([
    [
      'headers that are too large',
      `GET /api/session HTTP/1.1\r\nhost: x\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'request.headers',
    ],
    ['what is no HTTP', 'hello\r\n\r\n', 400, 'shape.body'],
    ['a body that drips', `${head}content-length: 100\r\n\r\n{"m`, 408, 'request.slow'],
    ['headers that drip', 'GET /api/session HTTP/1.1\r\nhost: x\r\n', 408, 'request.slow'],
    [
      'an address that cannot be decoded',
      'GET /api/cases/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      404,
      'route.missing',
    ],
    [
      'an address of which a part is too long',
      `GET /api/cases/${'a'.repeat(300)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      404,
      'route.missing',
    ],
  ])('is told as a problem, with our headers: %s', async (_what, sent, status, code) => {
    const answer = told(await answerTo(sent));
    expect(answer).toMatchObject({ status, body: { status, code } });
    withOurHeaders(answer.headers);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ])('is told so when it is no JSON: %s', async (type) => {
    const sent = await bed.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin: publicUrl, ...(type === '' ? {} : { 'content-type': type }) },
      payload: Buffer.from('membershipId=0199'),
    });
    expect([sent.statusCode, sent.json()]).toMatchObject([415, { code: 'shape.media-type' }]);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('the end of the server', () => {
  it('does not wait for a request that drips, nor for a connection on which nothing is asked', async () => {
    const sockets = [opened(), opened(), opened()];
    await Promise.all(sockets.map(async (socket) => once(socket, 'connect')));
    sockets[0]!.write(`${head}content-length: 100\r\n\r\n{"m`);
    sockets[1]!.write('GET /api/ses');
    const cut = Promise.all(sockets.map(async (socket) => once(socket, 'close')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await bed.app.close();
    await cut;
    expect(performance.now() - began).toBeLessThan(400);
  });
});

describe('an error that nobody expected', () => {
  it('has its number in the log, with the place in the code and nothing about people', async () => {
    const midori = await new TestBrowser(bed).signIn('midori');
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query('alter table board_row rename to board_away');
    const { status, body } = await midori.send('GET', '/api/board');
    await superuser.query('alter table board_away rename to board_row');
    await superuser.end();
    expect(status).toBe(500);
    const { id } = body['params'] as { id: string };
    const lines = (await readFile(join(folder, 'pages.log'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!) as { stack: string[] };
    expect(line).toMatchObject({ id, method: 'GET', route: '/api/board', msg: 'unexpected' });
    expect(line.stack.join('\n')).toMatch(/board\.(controller\.)?ts:\d+/u);
  });
});
