import type { IsoDate } from '#libs/calendar';
import { agency, ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { openPlacement } from './placement-gate.ts';
import { afterItem } from './seats.ts';

/** Said by the sitting in its own transaction: an agency is taken off the item before it is held. */
export const leaveItem = command('leave-item', {
  part: null,
  fields: { itemId: ref(), agency: agency() },
  likely: null,
  refusal: (state, { itemId }) => openPlacement(state, itemId),
  decide: (_state, { itemId, agency: who }, ctx) => [{ type: 'item-left', v: 1, on: ctx.today, itemId, agency: who }],
});

interface ItemLeft extends Fact<'item-left', 1> {
  /** Older ones leave it out, and forget whoever took part by the item alone. */
  readonly on?: IsoDate;
  readonly itemId: string;
  readonly agency: AgencyCode;
}

export const itemLeft = event<ItemLeft>('item-left', 1, {
  fold: (state, { itemId, agency: who, on }) => afterItem(withoutSeat(state, who, itemId), on),
  raises: null,
  // The history of the sitting says it.
  area: null,
  tells: null,
  ...quiet,
});

/** The agency is named on no item that is still to be held, or not on this one. */
export const withoutSeat = (state: CaseState, who: AgencyCode, only?: string): CaseState => ({
  ...state,
  placements: state.placements.map((one) =>
    one.result === null && (only === undefined || one.itemId === only)
      ? {
          ...one,
          agencies: one.agencies.filter((agency) => agency !== who),
          seats: one.seats.filter(({ agency }) => agency !== who),
        }
      : one,
  ),
});
