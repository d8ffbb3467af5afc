import type { Standing } from '#libs/contracts';

/** What is told for operators and clocks only; everything else in a standing is a milestone. */
const noMilestones: ReadonlySet<string> = new Set<keyof Standing>(['seq', 'nextDueAtMs', 'stage']);

/**
 * The standing that is to be believed of two: the one with the higher `seq`, whatever order they came in.
 * The same `seq` is the same standing.
 */
export const newest = <S extends Standing>(known: S, shown: S): S => (shown.seq > known.seq ? shown : known);

/** Does nothing differ that a procedure could look at? The order of keys says nothing: a database may have sorted them. */
export const sameMilestones = (one: Standing, other: Standing): boolean => canonical(one) === canonical(other);

/** Is a refusal of the workflow's own command only the news that it is so already (house-style.md 15)? */
export const saysAlreadySo = (code: string): boolean => code === 'already-so';

const canonical = (standing: Standing): string =>
  JSON.stringify(standing, (key, value: unknown) => {
    if (noMilestones.has(key)) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
