import type { KeptState } from '../record/keeping.ts';
import type { AnyEvent } from '../record/transact.ts';
import type { CaseEvent } from './case-registry.ts';
import type { CaseState, Consent, Handoff } from './case-state.ts';
import { seatsAt } from './placement/seats.ts';
import type { Placement } from './taking-part.ts';

type Now<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
/** What a fold of 0.1.0 decided, out of the event of then and the state before it. */
type Decided<T extends CaseEvent['type'], Added extends keyof Now<T>> = (
  old: Omit<Now<T>, Added | 'v'>,
  before: CaseState,
) => Pick<Now<T>, Added>;

const raised =
  <T extends CaseEvent['type'], Added extends keyof Now<T>>(decided: Decided<T, Added>) =>
  (event: AnyEvent, state: KeptState | undefined): AnyEvent => {
    if (!state) throw new Error(`a log cannot begin with ${event.type}`);
    return { ...event, ...decided(event as unknown as Omit<Now<T>, Added | 'v'>, state as CaseState), v: 2 };
  };

const openTasks = ({ tasks }: CaseState): readonly string[] =>
  tasks.filter(({ state }) => state === 'open').map(({ id }) => id);
const handoffOf = ({ handoffs }: CaseState, handoffId: string): Handoff | undefined =>
  handoffs.find(({ id }) => id === handoffId);
const placementOf = ({ placements }: CaseState, id: string): Placement | undefined =>
  placements.find(({ itemId }) => itemId === id);
const backToSender = (state: CaseState, handoffId: string): 'screening' | null =>
  handoffOf(state, handoffId)?.main ? 'screening' : null;

const consentHeld = ({ status, on, reviewOn }: Pick<Consent, 'status' | 'on' | 'reviewOn'>, day: string): boolean =>
  status === 'given' && on !== null && on <= day && (reviewOn === null || day <= reviewOn);

/** The frozen items that a consent freed. */
function thawed({ placements, persons }: CaseState, personId: string, consent: Consent): readonly string[] {
  const consentOf = (id: string): Consent | undefined =>
    id === personId ? consent : persons.find((person) => person.id === id)?.consent;
  return placements
    .filter(
      ({ frozen, result, personIds, heldOn, withdrawn }) =>
        frozen &&
        result === null &&
        personIds.includes(personId) &&
        persons.every(({ id, consent: was }) => !personIds.includes(id) || consentHeld(consentOf(id) ?? was, heldOn)) &&
        withdrawn.every((one) => consentOf(one.personId)?.agencies.includes(one.agency)),
    )
    .map(({ itemId }) => itemId);
}

/** Being placed opened the item at once; from what its sitting says next on, the seat stands as it says. */
const opened = (event: AnyEvent & Pick<Placement, 'agencies'>): AnyEvent => ({
  ...event,
  ...{ seats: seatsAt(event.agencies, 'present') },
  v: 3,
});

const taskless = ['ended', 'outreach', 'interrupted', 'trackEnded', 'adequate', 'redo', 'conditional', 'adjourned'];

type Taken = Now<'disposition-taken'>;
function trackAfter({ track }: CaseState, { result, dueOn }: Pick<Taken, 'result' | 'dueOn'>): Taken['track'] {
  if (result === 'trackEnded') return { state: 'ended', nextReviewOn: null, reachesOut: false };
  const reachesOut = result === 'outreach';
  return { state: reachesOut ? 'outreach' : track.state, nextReviewOn: dueOn, reachesOut };
}

/**
 * By `type/v`: facts of a case as release 0.1.0 wrote them. What its folds decided is put into the event by the rules it had; these
 * never change again, whatever becomes of today's.
 */
export const caseUpcasters = {
  'case-screened/1': raised<'case-screened', 'stage' | 'closedReason' | 'tasksHandedOver'>(({ judgement }, before) =>
    judgement === 'keep'
      ? { stage: 'closed', closedReason: 'keptByAgency', tasksHandedOver: openTasks(before) }
      : { stage: 'screening', closedReason: before.closedReason, tasksHandedOver: [] },
  ),
  'case-reopened/1': raised<'case-reopened', 'round' | 'assessments' | 'track'>(({ to }, before) => ({
    round: before.round + (to === 'screening' ? 0 : 1),
    assessments: before.assessments + (to === 'assessment' ? 1 : 0),
    track: before.track.state === 'ended' ? 'none' : before.track.state,
  })),
  'handoff-sent/1': raised<'handoff-sent', 'stage'>(({ main }) => ({ stage: main ? 'handoff' : null })),
  'handoff-accepted/1': (event: AnyEvent, state: KeptState | undefined): AnyEvent => {
    const { consented, ...old } = event as AnyEvent & { readonly consented: boolean; readonly handoffId: string };
    const accepted = raised<'handoff-accepted', 'agency' | 'leads' | 'stage' | 'assessments'>(
      ({ handoffId }, before) => {
        const handoff = handoffOf(before, handoffId);
        const main = handoff?.main ?? false;
        return {
          agency: handoff?.to ?? '',
          leads: handoff?.purpose === 'takeOver',
          stage: main ? (consented ? 'assessment' : 'accepted') : null,
          assessments: before.assessments + (main && consented ? 1 : 0),
        };
      },
    );
    return accepted(old, state);
  },
  'handoff-declined/1': raised<'handoff-declined', 'stage'>(({ handoffId }, before) => ({
    stage: backToSender(before, handoffId),
  })),
  'handoff-withdrawn/1': raised<'handoff-withdrawn', 'stage'>(({ handoffId }, before) => ({
    stage: backToSender(before, handoffId),
  })),
  'handoff-advised/1': raised<'handoff-advised', 'stage' | 'tasksHandedOver'>(({ handoffId }, before) =>
    handoffOf(before, handoffId)?.main
      ? { stage: 'advised', tasksHandedOver: openTasks(before) }
      : { stage: null, tasksHandedOver: [] },
  ),
  'consent-recorded/1': raised<'consent-recorded', 'thawed'>(({ personId, consent }, before) => ({
    thawed: thawed(before, personId, consent),
  })),
  'main-line-joined/1': raised<'main-line-joined', 'stage' | 'assessments'>((_old, before) =>
    before.stage === 'accepted'
      ? { stage: 'assessment', assessments: before.assessments + 1 }
      : { stage: null, assessments: before.assessments },
  ),
  'track-reviewed/1': raised<'track-reviewed', 'ends'>(({ nextReviewOn }) => ({ ends: nextReviewOn === null })),
  'placed-on-sitting/1': raised<'placed-on-sitting', 'track' | 'ontoTrack'>(({ kind, personIds }, before) => {
    if (kind !== 'supportMeeting') return { track: null, ontoTrack: [] };
    const live = before.track.state === 'reviewing' || before.track.state === 'outreach';
    return {
      track: live ? before.track.state : 'reviewing',
      ontoTrack: before.persons
        .filter(({ id, track }) => personIds.includes(id) && track === 'none')
        .map(({ id }) => id),
    };
  }),
  // Being placed opened the item at once; from what the sitting says next on, the seat stands as it says.
  'placed-on-sitting/2': (event: AnyEvent): AnyEvent => opened(event as AnyEvent & Pick<Placement, 'agencies'>),
  'placement-dropped/1': raised<'placement-dropped', 'reviewAskedAgain' | 'anotherDay'>(({ itemId }, before) => ({
    reviewAskedAgain: placementOf(before, itemId)?.purpose === 'adequacyReview',
    anotherDay: placementOf(before, itemId)?.kind === 'supportMeeting',
  })),
  'disposition-taken/1': raised<'disposition-taken', 'tasked' | 'reviewAskedAgain' | 'track'>((old, before) => {
    const placement = placementOf(before, old.itemId);
    return {
      tasked: !taskless.includes(old.result),
      reviewAskedAgain: old.result === 'adjourned' && placement?.purpose === 'adequacyReview',
      track: placement?.kind === 'supportMeeting' ? trackAfter(before, old) : null,
    };
  }),
  'sheets-asked/1': raised<'sheets-asked', 'round'>((_old, before) => ({ round: before.assessments })),
  'sheet-received/1': raised<'sheet-received', 'round'>((_old, before) => ({ round: before.assessments })),
  'plan-explained/1': raised<'plan-explained', 'stage'>(() => ({ stage: 'adequacyReview' })),
  'plan-reviewed/1': raised<'plan-reviewed', 'stage' | 'assessments' | 'explainAgain' | 'replaced'>(
    ({ result }, before) => ({
      stage: result === 'adequate' ? 'decision' : result === 'conditional' ? 'planning' : 'assessment',
      assessments: before.assessments + (result === 'redo' ? 1 : 0),
      explainAgain: result === 'conditional',
      replaced: result === 'redo',
    }),
  ),
  'replan-begun/1': raised<'replan-begun', 'round' | 'assessments'>((_old, before) => ({
    round: before.round + 1,
    assessments: before.assessments + 1,
  })),
  'support-continued/1': raised<'support-continued', 'nextMonitoringOn'>(({ on }, { monitoring: { nextOn } }) => ({
    nextMonitoringOn: nextOn !== null && nextOn < on ? null : nextOn,
  })),
  'support-ended/1': raised<'support-ended', 'membershipId' | 'tasksHandedOver'>(({ leadAgencyAfter }, before) => ({
    membershipId: leadAgencyAfter === before.leadAgency ? before.personInCharge.membershipId : null,
    tasksHandedOver: openTasks(before),
  })),
  'evaluation-begun/1': raised<'evaluation-begun', 'n' | 'dueOn'>(({ on }, { stage, evaluation: { n, dueOn } }) =>
    stage === 'interrupted' ? { n: n + 1, dueOn: null } : { n, dueOn: dueOn ?? on },
  ),
} as const;
