import { ApiUnreachable } from '../../api/problem.ts';

/** Seconds before what could not be sent is sent again by itself, one after the other; the last is repeated. */
const pauses = [3, 5, 10, 20, 30] as const;
/** So often it is tried: some ten minutes. Then somebody has to press the button. */
const mostTries = 24;

/** Seconds until the next try by itself after so many failed ones; nothing when it does not pass, or was tried long enough. */
export function againAfter(error: unknown, failed: number): number | undefined {
  if (!(error instanceof ApiUnreachable) || !error.passes || failed > mostTries) return undefined;
  return Math.max(error.passes.afterSeconds ?? 0, pauses[Math.min(failed, pauses.length) - 1] ?? pauses[0]);
}
