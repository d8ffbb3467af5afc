import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { Expectation, Obligation } from '../../record/obligation.ts';
import { toManager } from '../../record/words.ts';
import type { MunicipalityRules } from '../../rules/municipality-rules.ts';
import { mainHandoffs } from '../case-leaving.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { trackIsLive } from '../consent-scope.ts';
import { gentle, staffOf } from '../expectation-parts.ts';
import { alreadySo } from '../refusals.ts';
import { isEnded } from '../stage.ts';

/** What happens if nobody accepts a つなぎ: the receiver owes an answer, is asked again by the ladder of the profile … */
export const answersOwed = ({ handoffs }: CaseState, ctx: Context): readonly Expectation[] =>
  handoffs
    .filter((handoff) => handoff.state === 'awaiting')
    .map(({ id, from, to, main }) => ({
      key: `handoff-answer/${id}`,
      kind: 'handoff-answer',
      holder: staffOf(to),
      blocking: main,
      about: id,
      askedBy: from,
      ...gentle(to, ctx),
    }));

/** … when the ladder ends in silence the つなぎ counts as run out, and stays with its sender … */
export const handoffExpired = (state: CaseState, { about }: Obligation): CaseState => ({
  ...state,
  handoffs: state.handoffs.map((one) => (one.id === about ? { ...one, expired: true } : one)),
});

const declines = (handoffs: ReturnType<typeof mainHandoffs>): number =>
  handoffs.filter(({ state: answer }) => answer === 'declined').length;

/** … and N refusals of the main つなぎ, or a ladder that ended in silence, call for a 支援会議. */
function meetingCalledFor(state: CaseState, rules: MunicipalityRules): boolean {
  const last = mainHandoffs(state).at(-1);
  return (last?.state === 'awaiting' && last.expired) || declines(mainHandoffs(state)) >= rules.declinesBeforeMeeting;
}

/** Before the chair, or there since the last refusal or silence: after a dismissal the same ones do not raise it again, a further one does. */
export function proposedForMeeting(state: CaseState, rules: MunicipalityRules): boolean {
  if (state.track.state === 'candidate' || trackIsLive(state)) return true;
  const main = mainHandoffs(state);
  const raisings = main.filter(
    ({ expired, state: answer }, index) =>
      expired || (answer === 'declined' && declines(main.slice(0, index + 1)) >= rules.declinesBeforeMeeting),
  ).length;
  return state.track.candidacies >= Math.max(1, raisings);
}

/** The procedure puts the case before the chair. Only refusals or silence call for it: what was dismissed is not raised twice for the same reason. */
export const proposeForSupportMeeting = command('propose-for-support-meeting', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state, _said, { rules }) =>
    isEnded(state.stage) || !meetingCalledFor(state, rules) || proposedForMeeting(state, rules) ? alreadySo : undefined,
  decide: (state, _said, ctx) => [
    {
      type: 'candidate-raised',
      v: 1,
      on: ctx.today,
      after: mainHandoffs(state).some(({ expired, state: answer }) => expired && answer === 'awaiting')
        ? 'silence'
        : 'declines',
    },
  ],
});

interface CandidateRaised extends Fact<'candidate-raised', 1> {
  readonly on: IsoDate;
  readonly after: 'silence' | 'declines';
}

export const candidateRaised = event<CandidateRaised>('candidate-raised', 1, {
  fold: (state) => ({
    ...state,
    track: { ...state.track, state: 'candidate', candidacies: state.track.candidacies + 1 },
  }),
  raises: () => ['track'],
  area: () => ({ kind: 'track' }),
  tells: null,
  ...quiet,
  notifies: (_raised, _after, ctx) => [toManager(ctx, 'candidate-raised')],
});
