import { pino } from 'pino';
import { readNotifierConfig } from './config.ts';
import { startNotifier } from './start-notifier.ts';

const log = pino({ name: 'notifier' });
const notifier = await startNotifier({ ...readNotifierConfig(), log });
log.info('notifier at work');

let closing: Promise<void> | undefined;
const end = (signal: NodeJS.Signals): void => {
  // A second signal does not hurry: what is in hand is finished, it takes a minute at most.
  closing ??= notifier.close().then(
    () => {
      log.info({ signal }, 'notifier closed');
    },
    (error: unknown) => {
      log.error({ name: error instanceof Error ? error.name : typeof error }, 'notifier did not close cleanly');
      process.exitCode = 1;
    },
  );
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
