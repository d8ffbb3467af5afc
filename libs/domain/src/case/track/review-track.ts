import type { IsoDate } from '#libs/calendar';
import { date, orNull, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { activeAgencies, trackIsLive } from '../consent-scope.ts';
import { withSeatedTakingPart, withSeatsEnded } from '../placement/seats.ts';
import { firstOf } from '../refusals.ts';
import { trackNow } from './track-owed.ts';

/** A look at 支援会議での検討: when the next one is, or with `nextReviewOn` null its end. */
export const reviewTrack = command('review-track', {
  part: 'track',
  stands: trackNow,
  fields: { nextReviewOn: orNull(date('coming')), text: text('track-review', 10_000) },
  likely: (_state, { calendar, today }) => ({ nextReviewOn: calendar.addOpenDays(today, 5) }),
  refusal: (state, { nextReviewOn }) =>
    firstOf(
      !trackIsLive(state) && refuse('track.not-live'),
      nextReviewOn === null &&
        state.placements.some(({ kind, result }) => kind === 'supportMeeting' && result === null) &&
        refuse('track.item-open'),
    ),
  decide: (state, { nextReviewOn, text: written }, ctx) => [
    {
      type: 'track-reviewed',
      v: 2,
      on: ctx.today,
      nextReviewOn,
      ends: nextReviewOn === null,
      leaves: nextReviewOn === null ? leavingWithTrack(state, ctx.today) : [],
      text: written,
    },
  ],
});

interface TrackReviewed extends Fact<'track-reviewed', 2> {
  readonly on: IsoDate;
  readonly nextReviewOn: IsoDate | null;
  /** 支援会議での検討 has ended. */
  readonly ends: boolean;
  /** Who takes part no more; older ones leave it out. */
  readonly leaves?: readonly AgencyCode[];
  readonly text: TextId;
}

export const trackReviewed = event<TrackReviewed>('track-reviewed', 2, {
  fold: (state, { nextReviewOn, ends, on, leaves }) => {
    const reviewed = { ...state, track: { ...state.track, nextReviewOn, reviews: state.track.reviews + 1 } };
    return ends ? withTrackEnded(reviewed, on, leaves) : reviewed;
  },
  raises: () => ['track'],
  area: () => ({ kind: 'track' }),
  tells: ['text'],
  ...quiet,
});

/** The track ends: nobody is looked at without consent any more, and who sat on its items sits there no more. */
export const withTrackEnded = (state: CaseState, on: IsoDate, leaves: readonly AgencyCode[] = []): CaseState => ({
  ...withSeatsEnded(state, on),
  participants: state.participants.map((one) =>
    one.basis === 'meeting' && one.releasedOn === null && leaves.includes(one.agency)
      ? { ...one, releasedOn: on }
      : one,
  ),
  track: { ...state.track, state: 'ended', nextReviewOn: null },
  persons: state.persons.map((person) => (person.track === 'supportMeeting' ? { ...person, track: 'none' } : person)),
});

/** Who takes part no more once the track has ended. */
export const leavingWithTrack = (state: CaseState, on: IsoDate): readonly AgencyCode[] => {
  const after = new Set(activeAgencies(withSeatedTakingPart(withSeatsEnded(state, on), on)));
  return activeAgencies(state).filter((agency) => !after.has(agency));
};
