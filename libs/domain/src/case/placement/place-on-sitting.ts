import type { IsoDate } from '#libs/calendar';
import { agencies, body, code, date, ref, refs } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { bodyOf, type AgencyCode, type MeetingKind } from '../../rules/municipality-rules.ts';
import type { TrackState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { itemPurposes, type ItemPurpose } from '../codes.ts';
import { trackIsLive } from '../consent-scope.ts';
import type { Seat } from '../taking-part.ts';
import { firstOf } from '../refusals.ts';
import { takenBy } from '../request/answer-meeting-request.ts';
import { alreadyPlaced, placementRefusal } from './placement-gate.ts';
import { seatsAt, withSeatedTakingPart } from './seats.ts';

/** A sitting takes the case onto its agenda, in the sitting's own transaction. */
export const placeOnSitting = command('place-on-sitting', {
  part: null,
  fields: {
    itemId: ref(),
    sittingId: ref(),
    body: body(),
    purpose: code(itemPurposes),
    personIds: refs(),
    agencies: agencies(),
    heldOn: date('held'),
  },
  likely: null,
  refusal: (state, said, ctx) => {
    const kind = bodyOf(ctx.rules, said.body)?.kind;
    if (kind === undefined) return refuse('body.unknown', { body: said.body });
    return firstOf(placementRefusal(state, { ...said, kind }, ctx), alreadyPlaced(state, { ...said, kind }));
  },
  decide: (state, { itemId, sittingId, body: bodyCode, purpose, personIds, agencies: seated, heldOn }, ctx) => {
    const found = bodyOf(ctx.rules, bodyCode);
    if (!found) return [];
    const onTrack = found.kind === 'supportMeeting';
    return [
      {
        type: 'placed-on-sitting',
        v: 3,
        itemId,
        sittingId,
        kind: found.kind,
        legalBasis: found.legalBasis,
        purpose,
        personIds,
        agencies: seated,
        seats: seatsAt(seated, 'placed'),
        heldOn,
        on: ctx.today,
        track: onTrack ? (trackIsLive(state) ? state.track.state : 'reviewing') : null,
        ontoTrack: onTrack
          ? state.persons.filter(({ id, track }) => personIds.includes(id) && track === 'none').map(({ id }) => id)
          : [],
      },
      ...takenBy(state, { itemId, kind: found.kind, personIds }, ctx),
    ];
  },
});

interface PlacedOnSitting extends Fact<'placed-on-sitting', 3> {
  readonly itemId: string;
  readonly sittingId: string;
  readonly kind: MeetingKind;
  readonly legalBasis: string;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly agencies: readonly AgencyCode[];
  /** Until version 2 being placed opened the item at once. */
  readonly seats: readonly Seat[];
  readonly heldOn: IsoDate;
  readonly on: IsoDate;
  /** What 支援会議での検討 becomes; `null`: it has nothing to do with it. */
  readonly track: TrackState | null;
  /** Who is looked at without consent from now on. */
  readonly ontoTrack: readonly string[];
}

export const placedOnSitting = event<PlacedOnSitting>('placed-on-sitting', 3, {
  fold: (state, placed) =>
    withSeatedTakingPart(
      {
        ...state,
        placements: [
          ...state.placements,
          {
            itemId: placed.itemId,
            sittingId: placed.sittingId,
            kind: placed.kind,
            purpose: placed.purpose,
            legalBasis: placed.legalBasis,
            personIds: placed.personIds,
            agencies: placed.agencies,
            seats: placed.seats,
            withdrawn: [],
            heldOn: placed.heldOn,
            frozen: false,
            result: null,
          },
        ],
        track: placed.track === null ? state.track : { ...state.track, state: placed.track, nextReviewOn: null },
        persons: state.persons.map((person) =>
          placed.ontoTrack.includes(person.id) ? { ...person, track: 'supportMeeting' } : person,
        ),
      },
      placed.on,
    ),
  raises: null,
  area: ({ itemId }) => ({ kind: 'item', itemId }),
  tells: null,
  // What goes to whom is said when a seat opens.
  ...quiet,
});
