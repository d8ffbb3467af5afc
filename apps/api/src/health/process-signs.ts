import type { ServingProcess } from '#libs/persistence';
import type { ProcessView } from '#libs/views';

/** Two minutes are twelve signs in a row that did not come. */
const silentAfterSeconds = 120;
/** Longer nobody looks for a process that was lost. */
const missedForSeconds = 3_600;
/** A nudge is handled within a second or so; more than this and nobody does it. */
const handledWithinSeconds = 120;

const isSilent = ({ silentSeconds }: ServingProcess): boolean => silentSeconds > silentAfterSeconds;

/** Fell silent without saying goodbye, and no process of that name has begun since. */
const isLost = (process: ServingProcess, all: readonly ServingProcess[]): boolean =>
  isSilent(process) &&
  process.silentSeconds < missedForSeconds &&
  !all.some(({ name, startedSeconds }) => name === process.name && startedSeconds < process.silentSeconds);

/** Those that serve, and those that are missed. */
export const shownProcesses = (all: readonly ServingProcess[]): readonly ProcessView[] =>
  all
    .filter((process) => !isSilent(process) || isLost(process, all))
    .map((process) => ({
      name: process.name,
      silentSeconds: Math.floor(process.silentSeconds),
      lost: isLost(process, all),
      trouble: process.trouble,
      troubleSeconds: process.troubleSeconds === null ? null : Math.floor(process.troubleSeconds),
    }));

/** Seconds since the last sign of any process of that name; `null` when there was none within a day. */
export const secondsSinceSign = (all: readonly ServingProcess[], name: ServingProcess['name']): number | null =>
  least(all.filter((process) => process.name === name).map(({ silentSeconds }) => silentSeconds));

/**
 * Seconds since workflows were last told to look, when none has looked since and time enough has passed. Signs are written every ten
 * seconds: one may say less than it knows by that much.
 */
export function unhandledSeconds(all: readonly ServingProcess[]): number | null {
  const nudged = least(all.map((process) => process.nudgedSeconds));
  const handled = least(all.map((process) => process.handledSeconds));
  if (nudged === null || nudged < handledWithinSeconds) return null;
  return handled !== null && handled < nudged + signEverySeconds ? null : nudged;
}

const signEverySeconds = 15;

const least = (seconds: readonly (number | null)[]): number | null => {
  const known = seconds.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
};
