import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import type { WorkerConfig, WorkerExtras } from './worker-config.ts';
import { WorkerModule } from './worker.module.ts';

/**
 * Starts a worker: workflows, activities, the relay of nudges, the sweep. Temporal need not be there; it is waited for in the
 * background, and `close()` works meanwhile. Installs no signal handler and ends no process.
 * @throws when the database does not answer, or the workflows' code was not built
 */
export async function startWorker(
  config: WorkerConfig,
  extras: WorkerExtras = {},
): Promise<{ close(): Promise<void> }> {
  const log = extras.log ?? pino({ name: 'worker', level: 'warn' });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, extras, log), {
    logger: false,
    abortOnError: false,
  });
  return { close: async () => app.close() };
}
