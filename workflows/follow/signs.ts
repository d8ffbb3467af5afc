import { proxySinks } from '@temporalio/workflow';
import type { NudgeSinks } from '#libs/contracts';

/** Says to the worker that a nudge was handled here: its sign of life. */
export function nudgeWasHandled(): void {
  proxySinks<NudgeSinks>().nudges.handled();
}
