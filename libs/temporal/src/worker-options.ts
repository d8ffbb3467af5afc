import type { WorkerOptions } from '@temporalio/worker';
import { recordTaskQueue } from '#libs/contracts';

/** Commands and enforcements a worker has in hand at once; its database pool should hold as many connections. */
export const commandsAtOnce = 16;

/** How workers of record workflows run, as it was measured (design.md 2): the cache holds a burst, and polling is spread. */
export const recordWorkerOptions = {
  taskQueue: recordTaskQueue,
  maxCachedWorkflows: 2_000,
  maxConcurrentWorkflowTaskPolls: 20,
  nonStickyToStickyPollRatio: 0.5,
  reuseV8Context: true,
  maxConcurrentLocalActivityExecutions: commandsAtOnce,
  maxConcurrentActivityTaskExecutions: commandsAtOnce,
  // Below the kill time of the platform; what is cut off is done again by another worker.
  shutdownGraceTime: '25s',
  shutdownForceTime: '28s',
} as const satisfies Partial<WorkerOptions>;
