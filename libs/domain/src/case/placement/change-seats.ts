import type { IsoDate } from '#libs/calendar';
import { agency, code, list, orLeftOut, ref, refs } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import { command, event } from '../case-units.ts';
import { seatStandings, type Placement, type Seat } from '../taking-part.ts';
import { placementOf } from './placement-gate.ts';
import { isSameSeat, itemGoesTo, seatOpens, withSeatedTakingPart, withSeats } from './seats.ts';

/**
 * Said by the sitting in its own transaction: who of the agencies on an item was called, has acknowledged 守秘義務, does not come, was there,
 * was told what came of it. A seat opens step by step, and being placed opens nothing (R24).
 */
export const changeSeats = command('change-seats', {
  part: null,
  fields: {
    itemId: ref(),
    seats: list({ agency: agency(), standing: code(seatStandings), acknowledgedBy: orLeftOut(refs()) }, 1, 100),
  },
  likely: null,
  // Telling what came of it would open nothing: then it is not told either.
  refusal: (state, { itemId, seats }) => {
    const changed = changedOf(placementOf(state, itemId), seats);
    const closed = seats.find((seat) => seat.standing === 'released' && !changed.includes(seat));
    return closed && refuse('item.seat-ended', { agency: closed.agency });
  },
  decide: (state, { itemId, seats }, ctx) => {
    const placement = placementOf(state, itemId);
    const changed = changedOf(placement, seats);
    if (!placement || changed.length === 0) return [];
    const after = { ...placement, seats: withSeats(placement.seats, changed) };
    const opens = (one: typeof placement, who: AgencyCode): boolean => seatOpens(state, one, who) !== 'nothing';
    return [
      {
        type: 'seats-changed',
        v: 1,
        on: ctx.today,
        itemId,
        seats: changed,
        // Frozen it is open to nobody; the consent that frees it says to whom it opens then.
        opened: placement.frozen
          ? []
          : changed.map((one) => one.agency).filter((who) => opens(after, who) && !opens(placement, who)),
      },
    ];
  },
});

/** Those of the seats that stand otherwise now; one that has ended stays so. */
const changedOf = (placement: Placement | undefined, seats: readonly Seat[]): readonly Seat[] =>
  seats.filter((said) =>
    placement?.seats.some(
      (seat) => seat.agency === said.agency && seat.standing !== 'ended' && !isSameSeat(seat, said),
    ),
  );

interface SeatsChanged extends Fact<'seats-changed', 1> {
  readonly on: IsoDate;
  readonly itemId: string;
  readonly seats: readonly Seat[];
  /** To whom the item is open from now on. */
  readonly opened: readonly AgencyCode[];
}

export const seatsChanged = event<SeatsChanged>('seats-changed', 1, {
  fold: (state, { itemId, seats, on }) =>
    withSeatedTakingPart(
      {
        ...state,
        placements: state.placements.map((one) =>
          one.itemId === itemId ? { ...one, seats: withSeats(one.seats, seats) } : one,
        ),
      },
      on,
    ),
  raises: null,
  // The history of the sitting says it.
  area: null,
  tells: null,
  ...quiet,
  discloses: ({ itemId, opened }, after) => {
    const placement = placementOf(after, itemId);
    return placement ? itemGoesTo(placement, opened) : [];
  },
});
