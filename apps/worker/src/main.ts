import { pino } from 'pino';
import { readWorkerConfig } from './config.ts';
import { startWorker } from './start-worker.ts';

let closing: Promise<void> | undefined;
const log = pino({ name: 'worker' });
const worker = await startWorker(readWorkerConfig(), {
  log,
  // A dead worker ends the process: the platform starts a new one.
  onDeath: () => {
    process.exitCode = 1;
    end('worker died');
  },
});
log.info('worker at work');

function end(reason: string): void {
  closing ??= worker.close().then(
    () => {
      log.info({ reason }, 'worker closed');
    },
    (error: unknown) => {
      log.error({ name: error instanceof Error ? error.name : typeof error }, 'worker did not close cleanly');
      process.exitCode = 1;
    },
  );
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
