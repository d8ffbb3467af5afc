import { expect, it } from '@jest/globals';
import type { RecordActivities } from '#libs/contracts';
import type { MadeWorker } from './made-worker.ts';
import { WorkerRunner, type WorkerSettings } from './worker-runner.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unused = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`${String(name)} was not expected`);
    },
  },
) as RecordActivities;

/** A worker that runs until it is stopped or killed, and notes what happens to it. */
function aWorker(told: string[]) {
  let end = (): void => undefined;
  let die = (_error: Error): void => undefined;
  let running = false;
  const worker: MadeWorker = {
    run: async () => {
      told.push('runs');
      running = true;
      await new Promise<void>((resolve, reject) => {
        end = resolve;
        die = reject;
      }).finally(() => {
        running = false;
      });
      told.push('drained');
    },
    isRunning: () => running,
    stop: () => {
      told.push('asked to stop');
      queueMicrotask(end);
    },
    close: async () => {
      told.push('connection closed');
      return Promise.resolve();
    },
  };
  return {
    worker,
    kill: () => {
      die(new Error('killed'));
    },
  };
}

function aRunner(make: NonNullable<WorkerSettings['make']>, more: Partial<WorkerSettings> = {}): WorkerRunner {
  const runner = new WorkerRunner({
    temporal: { address: 'nowhere:1', namespace: 'default' },
    workflowBundle: { code: '' },
    activities: unused,
    log: silent,
    firstPauseMs: 1,
    longestPauseMs: 2,
    make,
    ...more,
  });
  runner.onApplicationBootstrap();
  return runner;
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

it('asks the worker to stop, lets it drain, then closes its connection, and only then lets the app go on closing', async () => {
  const told: string[] = [];
  const { worker } = aWorker(told);
  const runner = aRunner(async () => Promise.resolve(worker));
  await until(() => runner.works);
  await runner.beforeApplicationShutdown();
  told.push('database may close');
  expect(told).toEqual(['runs', 'asked to stop', 'drained', 'connection closed', 'database may close']);
  expect(runner.works).toBe(false);
});

it('waits for Temporal, as often as it takes', async () => {
  const told: string[] = [];
  const { worker } = aWorker(told);
  let tries = 0;
  const runner = aRunner(async () => {
    tries += 1;
    return tries < 4 ? Promise.reject(new Error('away')) : Promise.resolve(worker);
  });
  await until(() => runner.works);
  expect(tries).toBe(4);
  await runner.beforeApplicationShutdown();
});

it('starts another worker when one has died', async () => {
  const told: string[] = [];
  const [first, second] = [aWorker(told), aWorker(told)];
  const workers = [first.worker, second.worker];
  const runner = aRunner(async () => Promise.resolve(workers.shift()!));
  await until(() => runner.works);
  first.kill();
  await until(() => told.filter((word) => word === 'runs').length === 2);
  expect(told).toEqual(['runs', 'connection closed', 'runs']);
  await runner.beforeApplicationShutdown();
});

it('tells a process that wants to end with its worker, and starts no other', async () => {
  const told: string[] = [];
  const deaths: unknown[] = [];
  const { worker, kill } = aWorker(told);
  const runner = aRunner(async () => Promise.resolve(worker), { onDeath: (error) => deaths.push(error) });
  await until(() => runner.works);
  kill();
  await until(() => deaths.length > 0);
  await runner.beforeApplicationShutdown();
  expect(deaths).toEqual([new Error('killed')]);
  expect(told).toEqual(['runs', 'connection closed']);
});

it('closes while a worker is being made, and closes the one that comes too late', async () => {
  const told: string[] = [];
  const { worker } = aWorker(told);
  let bring = (_worker: MadeWorker): void => undefined;
  const runner = aRunner(
    async () =>
      new Promise((resolve) => {
        bring = resolve;
      }),
  );
  await runner.beforeApplicationShutdown();
  bring(worker);
  await until(() => told.length > 0);
  expect(told).toEqual(['connection closed']);
});
