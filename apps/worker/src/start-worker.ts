import { NestFactory } from '@nestjs/core';
import { databaseAnswers, openProbes } from '#libs/persistence';
import { WorkerRunner } from '#libs/temporal';
import { pino } from 'pino';
import { Databases } from './databases.ts';
import type { WorkerConfig, WorkerExtras } from './worker-config.ts';
import { WorkerModule } from './worker.module.ts';

/**
 * Starts a worker: workflows, activities, the relay of nudges, the sweep. Temporal need not be there; it is waited for in the
 * background, and `close()` works meanwhile. Installs no signal handler and ends no process.
 * With a port for probes it is ready while its database answers and it takes work from Temporal.
 * @throws when the database does not answer, or the workflows' code was not built
 */
export async function startWorker(
  config: WorkerConfig,
  extras: WorkerExtras = {},
): Promise<{ close(): Promise<void> }> {
  const log = extras.log ?? pino({ name: 'worker', level: 'warn' });
  const probes = config.probePort === undefined ? undefined : await openProbes(config.probePort);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, extras, log), {
    logger: false,
    abortOnError: false,
  }).catch(async (error: unknown) => {
    await probes?.close();
    throw error;
  });
  const { clock } = app.get(Databases, { strict: false });
  const runner = app.get(WorkerRunner, { strict: false });
  probes?.readyWhile(async () => runner.works && databaseAnswers(clock));
  return {
    async close() {
      probes?.leave();
      await app.close();
      await probes?.close();
    },
  };
}
