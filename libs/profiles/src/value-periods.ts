import type { IsoDate } from '#libs/calendar';
import type { Profile } from './load-profile.ts';

const changesOf = new WeakMap<Profile, readonly IsoDate[]>();

/** Computes something of a profile once per stretch of time in which none of its values changes. */
export function oncePerPeriod<T extends object>(
  compute: (profile: Profile, on: IsoDate) => T,
): (profile: Profile, on: IsoDate) => T {
  const results = new WeakMap<Profile, Map<IsoDate, T>>();
  return (profile, on) => {
    const period = periodOf(profile, on);
    const known = results.get(profile) ?? new Map<IsoDate, T>();
    results.set(profile, known);
    const found = known.get(period) ?? compute(profile, on);
    known.set(period, found);
    return found;
  };
}

/** First day of the stretch in which `on` lies. */
function periodOf(profile: Profile, on: IsoDate): IsoDate {
  const changes = changesOf.get(profile) ?? changeDates(profile);
  changesOf.set(profile, changes);
  return changes.findLast((date) => date <= on) ?? '';
}

/** Every day on which some value begins or has just ended, oldest first. */
function changeDates(profile: Profile): readonly IsoDate[] {
  const dates = new Set<IsoDate>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'validFrom' && typeof value === 'string') dates.add(value);
      // A last day is still inside; `~` sorts after the day itself and before the next one.
      else if (key === 'validUntil' && typeof value === 'string') dates.add(`${value}~`);
      else walk(value);
    }
  };
  walk(profile);
  return [...dates].toSorted();
}
