import type { Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CasePerson, CaseState } from '../case-state.ts';
import { trackIsLive } from '../consent-scope.ts';
import { inCharge, manager } from '../expectation-parts.ts';
import { onMainLine } from '../stage.ts';

/** Persons of a case with their place in it: a key says whom it is about without the id of the person. */
const numbered = (state: CaseState): readonly (readonly [person: CasePerson, place: string])[] =>
  state.persons.map((person, index) => [person, String(index)] as const);

/** A consent that runs out is talked over with the person before it does (R2); its profile says how long before. */
export const consentReviewsOwed = (state: CaseState): readonly Expectation[] =>
  numbered(state).flatMap(([{ id, consent }, place]): Expectation[] =>
    consent.status === 'given' && consent.reviewOn !== null
      ? [
          {
            key: `consent-review/${place}/${consent.reviewOn}`,
            kind: 'consent-review',
            holder: inCharge(state),
            blocking: false,
            dueOn: consent.reviewOn,
            about: id,
          },
        ]
      : [],
  );

/** Who says no while 支援会議 looks at them: the manager records why it goes on, or ends it (R8). */
export const trackReasonsOwed = (state: CaseState, ctx: Context): readonly Expectation[] =>
  trackIsLive(state)
    ? numbered(state).flatMap(([{ id, track, consent, supportTrackReasonText }, place]): Expectation[] =>
        track === 'supportMeeting' && consent.status === 'refused' && supportTrackReasonText === null
          ? [
              {
                key: `track-reason/${place}/${consent.on ?? ''}`,
                kind: 'track-reason',
                holder: manager(ctx),
                blocking: !onMainLine(state.stage),
                about: id,
              },
            ]
          : [],
      )
    : [];
