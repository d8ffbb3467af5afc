import type { IsoDate } from '#libs/calendar';
import { text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { mainHandoffs } from '../case-leaving.ts';
import type { CaseState, TextId, TrackState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { consentedPersons } from '../consent-scope.ts';
import { firstOf, unlessIn } from '../refusals.ts';
import { nothingAsked } from '../support/after-evaluation.ts';

const wasAccepted = (state: CaseState): boolean =>
  mainHandoffs(state).some(({ state: answer }) => answer === 'accepted');

/** 再開 of an ended case, with its history (R10). */
export const reopenCase = command('reopen-case', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: { reasonText: text('reopening-reason', 4_000) },
  likely: () => ({}),
  refusal: (state, said) =>
    firstOf(
      unlessIn(state, ['followUp', 'closed', 'advised'], said),
      // The half-minute form knows no person: there is nobody to go on with.
      state.persons.length === 0 && refuse('case.advice-only'),
    ),
  decide: (state, { reasonText }, ctx) => {
    // Nobody takes up what was never accepted: then it is handed over first, consent or not.
    const taken = wasAccepted(state);
    const assessed = taken && consentedPersons(state, ctx.today).length > 0;
    return [
      {
        type: 'case-reopened',
        v: 2,
        on: ctx.today,
        reasonText,
        to: assessed ? 'assessment' : taken ? 'accepted' : 'screening',
        round: state.round + (taken ? 1 : 0),
        assessments: state.assessments + (assessed ? 1 : 0),
        track: state.track.state === 'ended' ? 'none' : state.track.state,
      },
    ];
  },
});

interface CaseReopened extends Fact<'case-reopened', 2> {
  readonly on: IsoDate;
  readonly to: 'screening' | 'accepted' | 'assessment';
  readonly reasonText: TextId;
  readonly round: number;
  readonly assessments: number;
  readonly track: TrackState;
}

export const caseReopened = event<CaseReopened>('case-reopened', 2, {
  fold: (state, { to, round, assessments, track }) => ({
    ...state,
    stage: to,
    round,
    assessments,
    closedReason: null,
    ending: null,
    followUps: [],
    ...nothingAsked(state),
    track: { ...state.track, state: track },
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: ['reasonText'],
  ...quiet,
});
