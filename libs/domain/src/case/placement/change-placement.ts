import type { IsoDate } from '#libs/calendar';
import { date, ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { firstOf } from '../refusals.ts';
import { reopenedBy } from '../request/answer-meeting-request.ts';
import { consentRefusal, openPlacement, placementOf } from './placement-gate.ts';
import { afterItem } from './seats.ts';

/** The sitting moved. Consent is judged on the day of the sitting, so also on the new one (R3). */
export const movePlacement = command('move-placement', {
  part: null,
  fields: { itemId: ref(), heldOn: date('held') },
  likely: null,
  refusal: (state, { itemId, heldOn }) => {
    const placement = placementOf(state, itemId);
    return firstOf(
      openPlacement(state, itemId),
      placement && !placement.frozen && placement.heldOn !== heldOn && consentRefusal(state, { ...placement, heldOn }),
    );
  },
  // Another hour or place of the same day is nothing to the case.
  decide: (state, { itemId, heldOn }) =>
    placementOf(state, itemId)?.heldOn === heldOn ? [] : [{ type: 'placement-moved', v: 1, itemId, heldOn }],
});

interface PlacementMoved extends Fact<'placement-moved', 1> {
  readonly itemId: string;
  readonly heldOn: IsoDate;
}

export const placementMoved = event<PlacementMoved>('placement-moved', 1, {
  fold: (state, { itemId, heldOn }) => ({
    ...state,
    placements: state.placements.map((one) => (one.itemId === itemId ? { ...one, heldOn } : one)),
  }),
  raises: null,
  area: ({ itemId }) => ({ kind: 'item', itemId }),
  tells: null,
  ...quiet,
});

/** The sitting does not take the case, or does not take place. */
export const dropPlacement = command('drop-placement', {
  part: null,
  fields: { itemId: ref() },
  likely: null,
  refusal: (state, { itemId }) => openPlacement(state, itemId),
  decide: (state, { itemId }, ctx) => {
    const placement = placementOf(state, itemId);
    return [
      {
        type: 'placement-dropped',
        v: 2,
        on: ctx.today,
        itemId,
        reviewAskedAgain: placement?.purpose === 'adequacyReview',
        anotherDay: placement?.kind === 'supportMeeting',
      },
      ...reopenedBy(state, itemId, ctx),
    ];
  },
});

interface PlacementDropped extends Fact<'placement-dropped', 2> {
  /** Older ones leave it out, and forget whoever took part by the item alone. */
  readonly on?: IsoDate;
  readonly itemId: string;
  /** An adequacy review that did not take place is asked for once more. */
  readonly reviewAskedAgain: boolean;
  /** A 支援会議 that does not take place has to be found another day. */
  readonly anotherDay: boolean;
}

export const placementDropped = event<PlacementDropped>('placement-dropped', 2, {
  fold: (state, { itemId, on, reviewAskedAgain, anotherDay }) => ({
    ...afterItem(withoutItem(state, itemId), on),
    reviewAsked: state.reviewAsked && !reviewAskedAgain,
    track: anotherDay ? { ...state.track, nextReviewOn: null } : state.track,
  }),
  raises: null,
  area: ({ itemId }) => ({ kind: 'item', itemId }),
  tells: null,
  ...quiet,
});

const withoutItem = (state: CaseState, droppedId: string): CaseState => ({
  ...state,
  placements: state.placements.filter(({ itemId }) => itemId !== droppedId),
  droppedPlacements: state.placements.filter(({ itemId }) => itemId === droppedId),
});
