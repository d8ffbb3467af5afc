import { fiscalYearOf, type IsoDate } from '#libs/calendar';
import type { SittingState } from './sitting-state.ts';

/** What of a sitting decides its 第n回, and that of the others of its body. */
export type SittingInOrder = Pick<SittingState, 'id' | 'body' | 'stage' | 'heldOn' | 'startsAt' | 'ordinal'>;

/**
 * 第n回 of every one of these sittings, by id: within a body and the 年度 of the day, in the order of the days (docs/decisions/0025).
 * What was held keeps its number; the others show the number that they would be held under, also a cancelled one.
 * @param sittings all of the bodies and 年度 that are asked for
 */
export function ordinalsOf(sittings: readonly SittingInOrder[], today: IsoDate): ReadonlyMap<string, number> {
  const series = Map.groupBy(sittings, ({ body, heldOn }) => `${body} ${String(fiscalYearOf(heldOn))}`);
  return new Map([...series.values()].flatMap((one) => inOneSeries(one, today)));
}

function inOneSeries(sittings: readonly SittingInOrder[], today: IsoDate): readonly (readonly [string, number])[] {
  const taken = new Set(sittings.map(fixedOrdinal));
  let last = 0;
  return sittings.toSorted(byDay).map((sitting) => {
    const ordinal = fixedOrdinal(sitting) ?? nextFree(last, taken);
    if (mayBeHeld(sitting, today)) last = Math.max(last, ordinal);
    return [sitting.id, ordinal] as const;
  });
}

const byDay = (a: SittingInOrder, b: SittingInOrder): number => (placeOf(a) < placeOf(b) ? -1 : 1);
const placeOf = ({ heldOn, startsAt, id }: SittingInOrder): string => `${heldOn} ${startsAt} ${id}`;

/** The number that was written when it was held. What stands in an older state before that was only given at its opening. */
const fixedOrdinal = ({ stage, ordinal }: SittingInOrder): number | null =>
  stage === 'held' || stage === 'closed' ? ordinal : null;

function nextFree(last: number, taken: ReadonlySet<number | null>): number {
  const next = last + 1;
  return taken.has(next) ? nextFree(next, taken) : next;
}

/** A place is kept for what was or may still be held on its day: not for a cancelled one, nor for one that was never called in time. */
const mayBeHeld = ({ stage, heldOn }: SittingInOrder, today: IsoDate): boolean =>
  stage === 'preparing' ? heldOn >= today : stage !== 'cancelled';
