import { blankStandings } from './blank-standings.ts';
import type { RecordKind } from './record-ids.ts';
import type { Standing } from './standing.ts';

/**
 * A standing on its way to a workflow. `epoch` is raised when the database was put back to a backup (epoch seconds of that moment, 0
 * before the first time): a higher one is believed whatever the `seq`. `isDue` says that `nextDueAtMs` had come by the database's clock
 * when the standing was read for a nudge; not said, it had not, or nobody looked.
 */
export type SentStanding<S extends Standing = Standing> = S & { readonly epoch: number; readonly isDue?: true };

/**
 * Completes a standing that an older build may have made: a field it does not have is taken from the blank standing of its kind,
 * however deep. Whatever enters a workflow goes through here, so that no procedure meets a missing field.
 */
export function completed<S extends Standing>(kind: RecordKind, standing: S | SentStanding<S>): SentStanding<S> {
  const { epoch, ...own } = standing as Partial<SentStanding>;
  // the blank standing of a kind has every field of that kind's standing
  return { ...(filled(blankStandings[kind], own) as S), epoch: epoch ?? 0 };
}

/** The standing that is to be believed of two, whatever order they came in: by epoch, then by `seq`. */
export const newest = <S extends SentStanding>(known: S, shown: S): S =>
  shown.epoch > known.epoch || (shown.epoch === known.epoch && shown.seq > known.seq) ? shown : known;

/** What is told for operators, clocks and merging only; everything else in a standing is a milestone. */
const noMilestones: ReadonlySet<string> = new Set<keyof SentStanding | 'stage'>([
  'seq',
  'nextDueAtMs',
  'stage',
  'epoch',
  'isDue',
]);

/** Does nothing differ that a procedure could look at? The order of keys says nothing: a database may have sorted them. */
export const sameMilestones = (one: Standing, other: Standing): boolean => canonical(one) === canonical(other);

function filled(blank: unknown, given: unknown): unknown {
  if (given === undefined) return blank;
  if (!isPlain(blank)) return given;
  if (!isPlain(given)) return blank;
  return {
    ...given,
    ...Object.fromEntries(Object.entries(blank).map(([key, value]) => [key, filled(value, given[key])])),
  };
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const canonical = (standing: Standing): string =>
  JSON.stringify(standing, (key, value: unknown) => {
    if (noMilestones.has(key)) return undefined;
    return isPlain(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
