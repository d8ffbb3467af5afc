import type { EventRules } from '../record/definition.ts';
import type { CaseState, Placement } from './case-state.ts';
import type { PlacementEvent } from './case.events.ts';
import { tasksHandedOver } from './closing.ts';
import type { DispositionResult } from './codes.ts';
import { trackIsLive } from './consent-scope.ts';
import { withCurrentPlan } from './current-plan.ts';
import { endTrack } from './track.ts';

const withPlacement = (state: CaseState, itemId: string, change: (placement: Placement) => Placement): CaseState => ({
  ...state,
  placements: state.placements.map((one) => (one.itemId === itemId ? change(one) : one)),
});

const taskless: ReadonlySet<DispositionResult> = new Set([
  'ended',
  'outreach',
  'interrupted',
  'trackEnded',
  'adequate',
  'redo',
  'conditional',
  'adjourned',
]);

/** An adequacy review that did not take place is asked for once more. */
const askedAgain = (state: CaseState, itemId: string): CaseState =>
  state.placements.some((one) => one.itemId === itemId && one.purpose === 'adequacyReview')
    ? { ...state, reviewAsked: false }
    : state;

/** An agency that was only to sit on this item takes no part: it was told nothing there. */
function withoutItem(state: CaseState, droppedId: string): Pick<CaseState, 'placements' | 'participants'> {
  const placements = state.placements.filter(({ itemId }) => itemId !== droppedId);
  const seated = new Set(placements.flatMap(({ agencies }) => agencies));
  return {
    placements,
    participants: state.participants.filter(({ agency, basis }) => basis !== 'meeting' || seated.has(agency)),
  };
}

export const placementEvents: EventRules<CaseState, PlacementEvent> = {
  'placed-on-sitting': (state, event) => {
    const placed: CaseState = {
      ...state,
      placements: [
        ...state.placements,
        {
          itemId: event.itemId,
          sittingId: event.sittingId,
          kind: event.kind,
          purpose: event.purpose,
          legalBasis: event.legalBasis,
          personIds: event.personIds,
          agencies: event.agencies,
          withdrawn: [],
          heldOn: event.heldOn,
          frozen: false,
          result: null,
        },
      ],
      participants: [
        ...state.participants,
        ...event.agencies
          .filter((agency) => !state.participants.some((one) => one.agency === agency && one.releasedOn === null))
          .map((agency) => ({ agency, since: event.on, basis: 'meeting' as const, releasedOn: null })),
      ],
    };
    if (event.kind !== 'supportMeeting') return placed;
    return {
      ...placed,
      track: { ...placed.track, state: trackIsLive(state) ? state.track.state : 'reviewing', nextReviewOn: null },
      persons: placed.persons.map((person) =>
        event.personIds.includes(person.id) && person.track === 'none'
          ? { ...person, track: 'supportMeeting' }
          : person,
      ),
    };
  },
  'placement-moved': (state, event) => withPlacement(state, event.itemId, (one) => ({ ...one, heldOn: event.heldOn })),
  'placement-dropped': (state, event) => ({
    ...askedAgain(state, event.itemId),
    ...withoutItem(state, event.itemId),
    // A 支援会議 that does not take place has to be found another day.
    track: state.placements.some(({ itemId, kind }) => itemId === event.itemId && kind === 'supportMeeting')
      ? { ...state.track, nextReviewOn: null }
      : state.track,
  }),
  'disposition-taken': (state, event) => {
    const kind = state.placements.find(({ itemId }) => itemId === event.itemId)?.kind;
    const disposed = withPlacement(
      event.result === 'adjourned' ? askedAgain(state, event.itemId) : state,
      event.itemId,
      (one) => ({ ...one, result: event.result }),
    );
    const tasked: CaseState = taskless.has(event.result)
      ? disposed
      : {
          ...disposed,
          tasks: [
            ...disposed.tasks,
            {
              id: event.taskId,
              agency: event.ownerAgency,
              dueOn: event.dueOn,
              text: event.nextStepText,
              state: 'open',
              itemId: event.itemId,
            },
          ],
        };
    if (kind !== 'supportMeeting') return tasked;
    if (event.result === 'trackEnded') return endTrack(tasked);
    const outreach =
      event.result === 'outreach'
        ? {
            agency: event.ownerAgency,
            preContactOn: null,
            preContactText: null,
            dueOn: event.dueOn,
            contacts: 0,
            met: 0,
          }
        : tasked.track.outreach;
    return {
      ...tasked,
      track: {
        ...tasked.track,
        state: event.result === 'outreach' ? 'outreach' : tasked.track.state,
        nextReviewOn: event.dueOn,
        outreach,
      },
    };
  },
  'plan-reviewed': (state, event) => {
    const reviewed = withCurrentPlan({ ...state, reviewAsked: false }, (plan) => ({
      ...plan,
      review: event.result,
      reviews: plan.reviews + 1,
      conditionText: event.conditionText,
      ...(event.result === 'conditional' ? { explainedOn: null, appliedOn: null, appliedBy: null } : {}),
      ...(event.result === 'redo' ? { state: 'replaced' as const } : {}),
    }));
    if (event.result === 'adequate') return { ...reviewed, stage: 'decision', approvalAsked: false };
    return event.result === 'conditional'
      ? { ...reviewed, stage: 'planning' }
      : { ...reviewed, stage: 'assessment', assessments: state.assessments + 1 };
  },
  'replan-begun': (state) => ({
    ...withCurrentPlan(state, (plan) => ({ ...plan, state: 'replaced' })),
    stage: 'assessment',
    round: state.round + 1,
    assessments: state.assessments + 1,
    reviewAsked: false,
    approvalAsked: false,
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: null },
    evaluation: { n: state.evaluation.n + 1, dueOn: null, due: false, record: null },
  }),
  'support-continued': (state, event) => ({
    ...state,
    stage: 'support',
    // A monthly date that passed during the evaluation is counted anew from its end.
    monitoring: {
      ...state.monitoring,
      nextOn: state.monitoring.nextOn !== null && state.monitoring.nextOn < event.on ? null : state.monitoring.nextOn,
    },
    evaluation: { n: state.evaluation.n + 1, dueOn: event.nextEvaluationOn, due: false, record: null },
  }),
  'support-interrupted': (state, event) => ({
    ...state,
    stage: 'interrupted',
    interruption: { n: (state.interruption?.n ?? 0) + 1, reviewOn: event.reviewOn },
  }),
  'support-ended': (state, event) => ({
    ...withCurrentPlan(state, (plan) => ({ ...plan, state: 'ended' })),
    stage: 'followUp',
    leadAgency: event.leadAgencyAfter,
    ending: { reason: event.reason, on: event.on, leadAgencyAfter: event.leadAgencyAfter },
    personInCharge: {
      agency: event.leadAgencyAfter,
      membershipId: event.leadAgencyAfter === state.leadAgency ? state.personInCharge.membershipId : null,
    },
    followUps: event.followUps.map((one) => ({ ...one, doneOn: null })),
    tasks: tasksHandedOver(state),
  }),
};
