// Real: PostgreSQL with the executor, rules and profile of 東吾妻町, the workflows' code, the worker. Not there: Temporal.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { healthFacts } from '#libs/persistence';
import { openDesk, openHousehold, testRolePasswords, type Desk } from '../../../libs/persistence/src/testing/index.ts';
import { writeWorkflowBundle } from '../../../libs/temporal/src/testing/bundle.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerConfig } from './worker-config.ts';

jest.setTimeout(60_000);

let desk: Desk;
let home: string;
let workflowBundlePath: string;
let config: WorkerConfig;
let deaf: Server;
const callers = new Set<Socket>();

beforeAll(async () => {
  desk = await openDesk();
  home = await mkdtemp(join(tmpdir(), 'tsunagi-worker-'));
  workflowBundlePath = join(home, 'workflow-bundle.js');
  await writeWorkflowBundle(workflowBundlePath);
  // takes connections and never says a word
  deaf = createServer((socket) => callers.add(socket));
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  config = {
    databaseUrl: desk.database.ownerUrl,
    rolePasswords: testRolePasswords,
    masterKey: Buffer.alloc(32, 7).toString('base64'),
    temporalAddress: '127.0.0.1:1',
    temporalNamespace: 'default',
    demo: true,
  };
});
afterAll(async () => {
  for (const caller of callers) caller.destroy();
  deaf.close();
  await desk.close();
  await rm(home, { recursive: true, force: true });
});

const log = () => {
  const told: string[] = [];
  const tell = (_fields: object, message: string): void => {
    told.push(message);
  };
  return { told, info: tell, warn: tell, error: tell };
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

it('starts while Temporal is away, keeps every nudge, says nothing of being at work, and closes', async () => {
  await openHousehold(desk);
  const words = log();
  const probePort = await freePort();
  const worker = await startWorker(
    { ...config, probePort },
    {
      log: words,
      workflowBundlePath,
      pulseEveryMs: 20,
      firstPauseMs: 20,
      longestPauseMs: 50,
    },
  );
  const told = async (path: string): Promise<number> => (await fetch(`http://127.0.0.1:${probePort}${path}`)).status;
  // It lives, and can do nothing without Temporal.
  expect([await told('/live'), await told('/ready')]).toEqual([200, 503]);
  while (!words.told.includes('outbox: not through, trying again')) await pause(20);
  while (words.told.filter((word) => word === 'temporal: not there yet, trying again').length < 3) await pause(20);
  await worker.close();
  await expect(told('/live')).rejects.toThrow();
  const health = await healthFacts(desk.clockRole);
  expect(health.processes).toEqual([]);
  expect(health.outboxRows).toBeGreaterThan(0);
});

it('closes while it still waits for a server that takes connections and never answers', async () => {
  const { port } = deaf.address() as { port: number };
  const worker = await startWorker(
    { ...config, temporalAddress: `127.0.0.1:${port}` },
    { log: log(), workflowBundlePath },
  );
  await worker.close();
  expect(await desk.clockRole.query('select 1 as one')).toEqual([{ one: 1 }]);
});

it('refuses to start without the code of the workflows', async () => {
  await expect(startWorker(config, { log: log(), workflowBundlePath: join(home, 'nowhere.js') })).rejects.toThrow(
    /no workflow bundle/,
  );
});

it('refuses to start when the database refuses its role', async () => {
  const wrong = { ...config, rolePasswords: { ...config.rolePasswords, app: 'wrong' } };
  await expect(startWorker(wrong, { log: log(), workflowBundlePath })).rejects.toThrow(
    /password authentication failed/,
  );
});
