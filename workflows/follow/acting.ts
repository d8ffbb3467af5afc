import {
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  type ActivityOptions,
  type LocalActivityOptions,
} from '@temporalio/workflow';
import type { RecordActivities } from '#libs/contracts';

// Short and local while the database answers: one event in the history, and no way over the task queue.
const quick = {
  startToCloseTimeout: '4s',
  scheduleToCloseTimeout: '5s',
  retry: { maximumAttempts: 3, initialInterval: '300ms' },
} as const satisfies LocalActivityOptions;
// When it does not answer, a normal activity is asked again for as long as it takes: its attempts write no history.
const patient = { startToCloseTimeout: '30s', retry: { maximumInterval: '1m' } } as const satisfies ActivityOptions;

/**
 * Asks the world to do something to the record, quickly or else patiently. What runs twice changes nothing twice.
 * @param summary what is asked, for Temporal's own page; no personal data
 */
export async function act<T>(summary: string, ask: (activities: RecordActivities) => Promise<T>): Promise<T> {
  try {
    return await ask(proxyLocalActivities<RecordActivities>({ ...quick, summary }));
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.warn('the record did not answer at once; it is asked patiently');
  }
  return ask(proxyActivities<RecordActivities>({ ...patient, summary }));
}
