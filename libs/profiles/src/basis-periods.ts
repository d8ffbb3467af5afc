import type { IsoDate } from '#libs/calendar';
import type { BasisPeriod } from '#libs/domain';
import type { ProfileContent } from './schema/profile-shape.ts';
import { knownOn, type Known } from './schema/sourced.ts';

type Content = Pick<ProfileContent, 'programme' | 'legalBases'>;

/**
 * When the 根拠規定 of a meeting may be used, by 実施区分, oldest first. It is verified where the municipality said so itself: what the
 * product or somebody else concluded is shown as not yet confirmed.
 */
export function basisPeriodsOf({ programme, legalBases }: Content, legalBasis: Known<string>): readonly BasisPeriod[] {
  const bases = legalBasis.flatMap(({ value }) => legalBases[value]?.usableIn ?? []);
  const begins = [...programme.status, ...legalBasis, ...bases].flatMap(({ validFrom }) => validFrom ?? []);
  // Before the first of these days the first values hold: nothing older is known.
  return [null, ...new Set(begins.toSorted())].map((from) => periodFrom({ programme, legalBases }, legalBasis, from));
}

function periodFrom({ programme, legalBases }: Content, legalBasis: Known<string>, from: IsoDate | null): BasisPeriod {
  const on = from ?? '';
  const status = knownOn(programme.status, on);
  const usableIn = legalBases[knownOn(legalBasis, on).value]?.usableIn;
  if (!usableIn) return { from, programmeStatus: status.value, usable: true, verified: true };
  const rule = knownOn(usableIn, on);
  return {
    from,
    programmeStatus: status.value,
    usable: rule.value.includes(status.value),
    verified: status.from === 'confirmed' && rule.from === 'confirmed',
  };
}
