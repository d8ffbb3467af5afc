import { workflowInfo } from '@temporalio/workflow';

/** Short runs are fast runs: a worker that lost its cache replays this many events at most. */
const longHistory = 250;

/** Is it time to begin a new run? */
export const isLong = (): boolean =>
  workflowInfo().historyLength >= longHistory || workflowInfo().continueAsNewSuggested;
