import type { IsoDate } from '#libs/calendar';
import { text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Refusal } from '../../record/context.ts';
import { byDeputy } from '../../record/decider.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { trackNow } from './track-owed.ts';

const unlessCandidate = (state: CaseState): Refusal | undefined =>
  state.track.state === 'candidate' ? undefined : refuse('candidate.none');

/** The chair takes a 候補 onto the 支援会議; while the chair is away the deputy does, and the record says so. */
export const confirmCandidate = command('confirm-candidate', {
  part: 'track',
  stands: trackNow,
  fields: {},
  likely: () => ({}),
  refusal: unlessCandidate,
  decide: (_state, _said, ctx) => [{ type: 'candidate-confirmed', v: 1, on: ctx.today, ...byDeputy(ctx.actor) }],
});

interface CandidateConfirmed extends Fact<'candidate-confirmed', 1> {
  readonly on: IsoDate;
  /** Only where a deputy decided. */
  readonly decider?: 'deputy';
}

export const candidateConfirmed = event<CandidateConfirmed>('candidate-confirmed', 1, {
  fold: (state) => ({ ...state, track: { ...state.track, state: 'reviewing' } }),
  raises: () => ['track'],
  area: () => ({ kind: 'track' }),
  tells: null,
  ...quiet,
});

/** The chair, or the deputy in the chair's place, does not take it. */
export const dismissCandidate = command('dismiss-candidate', {
  part: 'track',
  stands: trackNow,
  fields: { reasonText: text('candidate-dismissal', 4_000) },
  likely: () => ({}),
  refusal: unlessCandidate,
  decide: (_state, { reasonText }, ctx) => [
    { type: 'candidate-dismissed', v: 1, on: ctx.today, reasonText, ...byDeputy(ctx.actor) },
  ],
});

interface CandidateDismissed extends Fact<'candidate-dismissed', 1> {
  readonly on: IsoDate;
  readonly reasonText: TextId;
  /** Only where a deputy decided. */
  readonly decider?: 'deputy';
}

export const candidateDismissed = event<CandidateDismissed>('candidate-dismissed', 1, {
  fold: (state) => ({ ...state, track: { ...state.track, state: 'none' } }),
  raises: () => ['track'],
  area: () => ({ kind: 'track' }),
  tells: ['reasonText'],
  ...quiet,
});
