// Real: PostgreSQL, a Temporal development server of its own, the worker. What kills the worker: its namespace is deleted.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { healthFacts } from '#libs/persistence';
import { TemporalClient } from '#libs/temporal';
import { startWorker } from '../../apps/worker/src/start-worker.ts';
import type { WorkerExtras } from '../../apps/worker/src/worker-config.ts';
import { openDesk, testRolePasswords, type Desk } from '../../libs/persistence/src/testing/index.ts';
import { writeWorkflowBundle } from '../../libs/temporal/src/testing/bundle.ts';
import { eventually, silent, TemporalServer } from './worker-temporal-server.ts';

jest.setTimeout(120_000);

let home: string;
let workflowBundlePath: string;
let temporal: TemporalServer;
let desk: Desk;
let client: TemporalClient;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tsunagi-worker-'));
  workflowBundlePath = join(home, 'workflow-bundle.js');
  await writeWorkflowBundle(workflowBundlePath);
  temporal = await TemporalServer.prepare();
  await temporal.start();
  client = new TemporalClient({ address: temporal.address, namespace: 'default' }, silent);
  desk = await openDesk();
});
afterAll(async () => {
  await client.close();
  await temporal.close();
  await desk.close();
  await rm(home, { recursive: true, force: true });
});

const start = async (temporalNamespace: string, extras: WorkerExtras): Promise<{ close(): Promise<void> }> =>
  startWorker(
    {
      databaseUrl: desk.database.ownerUrl,
      rolePasswords: testRolePasswords,
      masterKey: Buffer.alloc(32, 7).toString('base64'),
      temporalAddress: temporal.address,
      temporalNamespace,
      demo: true,
    },
    { log: silent, workflowBundlePath, pulseEveryMs: 100, firstPauseMs: 200, longestPauseMs: 500, ...extras },
  );

const register = async (namespace: string): Promise<void> => {
  const day = { seconds: 86_400 as unknown as never };
  await client.calling(async ({ workflowService }) =>
    workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day }),
  );
};
const remove = async (namespace: string): Promise<void> => {
  await client.calling(async ({ connection }) => (connection as unknown as { operatorService: { deleteNamespace(r: object): Promise<unknown> } }).operatorService.deleteNamespace({ namespace }));
};
const beats = async (): Promise<boolean> => ((await healthFacts(desk.clockRole)).heartbeats.worker ?? Infinity) < 0.5;

it('a worker that dies tells its process, which is to end', async () => {
  await register('told');
  const deaths: unknown[] = [];
  const worker = await start('told', { onDeath: (error) => deaths.push(error) });
  await eventually('the pulse', beats);
  await remove('told');
  await eventually('the death is told', async () => Promise.resolve(deaths.length > 0), 60_000);
  console.error(deaths);
  await worker.close();
  expect(deaths).toHaveLength(1);
});
