import type { IsoDate } from '#libs/calendar';
import { agency, code, date, orNull, ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId, TrackState } from '../case-state.ts';
import type { Placement } from '../taking-part.ts';
import { command, event } from '../case-units.ts';
import type { CaseEvent } from '../case-registry.ts';
import { standingsAtEnd } from '../closing/standing-at-end.ts';
import { closingRefusal, endOfSupport } from '../closing/support-ended.ts';
import { dispositionResults, endReasons, type DispositionResult } from '../codes.ts';
import { planReview } from '../plan/plan-reviewed.ts';
import { firstOf, unlessEnded, unlessIn } from '../refusals.ts';
import type { Stage } from '../stage.ts';
import { continuation, interruption, newRound } from '../support/after-evaluation.ts';
import { leavingWithTrack, withTrackEnded } from '../track/review-track.ts';
import { consentRefusal, openPlacement, placementOf, resultsOf } from './placement-gate.ts';

/** 協議結果: what the sitting decided on the case, and what that means for its main line. */
export const takeDisposition = command('take-disposition', {
  part: null,
  fields: {
    itemId: ref(),
    result: code(dispositionResults),
    taskId: ref(),
    ownerAgency: agency(),
    dueOn: date('coming'),
    nextStepText: text('next-step', 4_000),
    endReason: orNull(code(endReasons)),
    leadAgencyAfter: orNull(agency()),
    ...standingsAtEnd,
  },
  likely: null,
  refusal: (state, said, ctx) => {
    const placement = placementOf(state, said.itemId);
    return firstOf(
      openPlacement(state, said.itemId),
      placement &&
        !resultsOf(placement).includes(said.result) &&
        refuse('disposition.result-unfit', { result: said.result }),
      said.result !== 'adjourned' && placement && substanceRefusal(state, placement, said.result),
      !knowsAgency(ctx.rules, said.ownerAgency) && refuse('agency.unknown', { agency: said.ownerAgency }),
      said.result === 'ended' && closingRefusal(state, said, ctx),
    );
  },
  decide: (state, said, ctx) => {
    const { itemId, result, taskId, ownerAgency, dueOn, nextStepText } = said;
    const placement = placementOf(state, itemId);
    const taken: DispositionTaken = {
      type: 'disposition-taken',
      v: 2,
      itemId,
      result,
      taskId,
      ownerAgency,
      dueOn,
      nextStepText,
      on: ctx.today,
      tasked: tasking.has(result),
      reviewAskedAgain: result === 'adjourned' && placement?.purpose === 'adequacyReview',
      track: placement?.kind === 'supportMeeting' ? trackAfter(state, result, dueOn) : null,
      ...(result === 'trackEnded' ? { leaves: leavingWithTrack(decided(state, itemId, result), ctx.today) } : {}),
    };
    return [taken, ...mainLineAfter(state, placement, said, ctx)];
  },
});

const decided = (state: CaseState, itemId: string, result: DispositionResult): CaseState => ({
  ...state,
  placements: state.placements.map((one) =>
    one.itemId === itemId ? { ...one, result, decidedAt: state.seq + 1 } : one,
  ),
});

/** Stages in which a result may move the main line: an item that outlived its question can only be adjourned or noted (R10). */
const stagesOfResult: Partial<Readonly<Record<DispositionResult, readonly Stage[]>>> = {
  adequate: ['adequacyReview'],
  conditional: ['adequacyReview'],
  redo: ['adequacyReview'],
  ended: ['evaluation', 'interrupted'],
  replan: ['evaluation', 'interrupted'],
  interrupted: ['evaluation', 'interrupted'],
};
/** Results whose next step is somebody's task. */
const tasking: ReadonlySet<DispositionResult> = new Set(['shared', 'otherLaw', 'seekConsent', 'continued', 'replan']);

/** Why an item may be adjourned but not decided. Consent is judged on the day of the sitting, when it is decided as when it is placed (R3). */
function substanceRefusal(state: CaseState, placement: Placement, result: DispositionResult): Refusal | undefined {
  const allowed = stagesOfResult[result];
  return firstOf(
    unlessEnded(state),
    placement.frozen && refuse('item.frozen'),
    placement.kind === 'planMeeting' && consentRefusal(state, placement),
    allowed && unlessIn(state, allowed, { type: `take-disposition:${result}` }),
    result === 'trackEnded' &&
      state.placements.some(
        ({ kind, result: other, itemId }) => kind === 'supportMeeting' && other === null && itemId !== placement.itemId,
      ) &&
      refuse('track.item-open'),
  );
}

const trackAfter = (state: CaseState, result: DispositionResult, dueOn: IsoDate): DispositionTaken['track'] =>
  result === 'trackEnded'
    ? { state: 'ended', nextReviewOn: null, reachesOut: false }
    : result === 'outreach'
      ? { state: 'outreach', nextReviewOn: dueOn, reachesOut: true }
      : { state: state.track.state, nextReviewOn: dueOn, reachesOut: false };

/** What a result means for the main line. */
function mainLineAfter(
  state: CaseState,
  placement: Placement | undefined,
  said: Parameters<typeof endOfSupport>[1] & {
    readonly result: DispositionResult;
    readonly dueOn: IsoDate;
    readonly nextStepText: TextId;
  },
  ctx: Context,
): readonly CaseEvent[] {
  switch (said.result) {
    case 'adequate':
    case 'conditional':
    case 'redo':
      return planReview(state, said.result, said.nextStepText, ctx);
    case 'replan':
      return [newRound(state, ctx)];
    case 'continued':
      return placement?.purpose === 'informationSharing' || state.stage !== 'evaluation'
        ? []
        : [continuation(state, ctx)];
    case 'interrupted':
      return [interruption(said.dueOn, ctx)];
    case 'ended':
      return [endOfSupport(state, said, ctx)];
    default:
      return [];
  }
}

interface DispositionTaken extends Fact<'disposition-taken', 2> {
  readonly itemId: string;
  readonly result: DispositionResult;
  readonly taskId: string;
  readonly ownerAgency: AgencyCode;
  readonly dueOn: IsoDate;
  readonly nextStepText: TextId;
  readonly on: IsoDate;
  /** The next step is a 決定事項 of the owner. */
  readonly tasked: boolean;
  /** An adequacy review that did not take place is asked for once more. */
  readonly reviewAskedAgain: boolean;
  /** What 支援会議での検討 becomes, and whether アウトリーチ begins; `null`: it has nothing to do with it. */
  readonly track: {
    readonly state: TrackState;
    readonly nextReviewOn: IsoDate | null;
    readonly reachesOut: boolean;
  } | null;
  /** Who takes part no more, when the track ends; older ones leave it out. */
  readonly leaves?: readonly AgencyCode[];
}

export const dispositionTaken = event<DispositionTaken>('disposition-taken', 2, {
  fold: (
    state,
    { itemId, result, taskId, ownerAgency, dueOn, nextStepText, on, tasked, reviewAskedAgain, track, leaves },
  ) => {
    const disposed: CaseState = {
      ...decided(state, itemId, result),
      reviewAsked: state.reviewAsked && !reviewAskedAgain,
      tasks: tasked
        ? [...state.tasks, { id: taskId, agency: ownerAgency, dueOn, text: nextStepText, state: 'open', itemId }]
        : state.tasks,
    };
    if (track === null) return disposed;
    if (track.state === 'ended') return withTrackEnded(disposed, on, leaves);
    return {
      ...disposed,
      track: {
        ...state.track,
        state: track.state,
        nextReviewOn: track.nextReviewOn,
        outreach: track.reachesOut
          ? {
              agency: ownerAgency,
              personIds: state.placements.find((one) => one.itemId === itemId)?.personIds ?? [],
              preContactOn: null,
              preContactText: null,
              dueOn,
              contacts: 0,
              met: 0,
            }
          : state.track.outreach,
      },
    };
  },
  raises: null,
  area: ({ itemId }) => ({ kind: 'item', itemId }),
  tells: null,
  ...quiet,
});
