import type { Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import { trackIsLive } from '../consent-scope.ts';
import { coordinator, manager, sittingAwaited, staffOf } from '../expectation-parts.ts';
import { onMainLine } from '../stage.ts';

/** What 支援会議での検討 owes: the chair's word on a 候補, a sitting, the next look. On the main stages it holds nothing up. */
export function trackOwed(state: CaseState, ctx: Context): readonly Expectation[] {
  const { candidacies, reviews, nextReviewOn, state: track } = state.track;
  const blocking = !onMainLine(state.stage);
  if (track === 'candidate')
    return [
      { key: `candidate-decision/${String(candidacies)}`, kind: 'candidate-decision', holder: manager(ctx), blocking },
    ];
  if (!trackIsLive(state)) return [];
  const open = state.placements.filter(({ kind, result }) => kind === 'supportMeeting' && result === null);
  if (open.length > 0)
    return [...open.map((placement) => sittingAwaited(placement, ctx, blocking)), ...outreachOwed(state, blocking)];
  const holder = coordinator(ctx);
  const round = String(disposedOnTrack(state));
  return [
    nextReviewOn === null
      ? { key: `track-placement/${String(candidacies)}/${round}`, kind: 'track-placement', holder, blocking }
      : {
          key: `track-review/${String(reviews)}/${round}`,
          kind: 'track-review',
          holder,
          blocking,
          dueOn: nextReviewOn,
        },
    ...outreachOwed(state, blocking),
  ];
}

/** How often a 支援会議 has dealt with the case: other sittings must not set its dates back. */
const disposedOnTrack = (state: CaseState): number =>
  state.past.onTrack +
  state.placements.filter(({ kind, result }) => kind === 'supportMeeting' && result !== null).length;

/** 事前調整 before the first contact; then the next contact date stands in the track's review. */
function outreachOwed({ track, placements, past }: CaseState, blocking: boolean): readonly Expectation[] {
  const { outreach, state } = track;
  if (state !== 'outreach' || !outreach) return [];
  const round = String(past.outreaches + placements.filter(({ result }) => result === 'outreach').length);
  const holder = staffOf(outreach.agency);
  if (outreach.preContactOn === null)
    return [{ key: `pre-contact/${round}`, kind: 'pre-contact', holder, blocking, dueOn: outreach.dueOn }];
  return outreach.contacts === 0 ? [{ key: `first-contact/${round}`, kind: 'first-contact', holder, blocking }] : [];
}

/** What stands in 支援会議での検討, in the fields of the commands that change it. */
export const trackNow = ({ track: { state, nextReviewOn, outreach } }: CaseState): object => ({
  state,
  nextReviewOn,
  on: outreach?.preContactOn ?? null,
  text: outreach?.preContactText ?? null,
});
