import { addMonths } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import { consentedPersons, currentPlan, type CaseState, type Obligation, type ObligationKind } from '#libs/domain';
import { asked } from './consent-work.ts';
import { onPlanMeeting, onSupportMeeting, towardsSupportMeeting } from './meeting-work.ts';
import { memberOf } from './members.ts';
import type { Desk, Said } from './town-people.ts';

type Work = (desk: Desk, state: CaseState, ref: RecordRef, obligation: Obligation) => Said | undefined;

/** What is done about each thing a case may owe. What is missing here waits for its date or for a procedure. */
const work: Partial<Readonly<Record<ObligationKind, Work>>> = {
  screening: (desk) => ({
    type: 'screen-case',
    judgement: desk.random.chance(0.92) ? 'handOver' : 'keep',
    reasonText: desk.newId(),
  }),
  'handoff-to-send': (desk, state) => ({
    type: 'send-handoff',
    handoffId: desk.newId(),
    main: true,
    purpose: 'join',
    messageText: desk.newId(),
    personIds: state.persons.map(({ id }) => id),
    legalBasis: desk.world.rules.handoffBases[0]?.code ?? null,
    reasonText: desk.newId(),
    to:
      state.leadAgency === desk.world.rules.coordinatingBody || desk.random.chance(0.25)
        ? otherAgency(desk, state)
        : desk.world.rules.coordinatingBody,
  }),
  'handoff-answer': (desk, _state, _ref, { about }) => {
    const answer = desk.random.next();
    if (answer < 0.72) return { type: 'accept-handoff', handoffId: about, answerText: null, heard: 'phone' };
    if (answer < 0.92)
      return {
        type: 'decline-handoff',
        heard: 'phone',
        handoffId: about,
        reason: 'noCapacity',
        suggestion: 'otherAgency',
        answerText: null,
      };
    return { type: 'advise-on-handoff', handoffId: about, adviceText: desk.newId(), heard: 'phone' };
  },
  'candidate-decision': (desk) =>
    desk.random.chance(0.8) ? { type: 'confirm-candidate' } : { type: 'dismiss-candidate', reasonText: desk.newId() },
  'track-placement': (desk, state, ref) => onSupportMeeting(desk, state, ref),
  'track-review': (desk, state, ref) => {
    const next = desk.random.next();
    const others = state.persons.some(({ track }) => track !== 'main');
    if (others && next < 0.6) return onSupportMeeting(desk, state, ref);
    if (others && next < 0.8)
      return {
        type: 'review-track',
        nextReviewOn: desk.world.calendar.addOpenDays(desk.world.today, 20),
        text: desk.newId(),
      };
    return { type: 'review-track', nextReviewOn: null, text: desk.newId() };
  },
  'pre-contact': (desk) => ({ type: 'record-pre-contact', on: desk.world.today, text: desk.newId() }),
  'first-contact': (desk) => contact(desk),
  consent: (desk, state, ref) => {
    const person = state.persons.find(({ track }) => track !== 'main');
    if (!person) return undefined;
    // Most of them are looked at without consent first: it is hard to get.
    if (state.track.state === 'none' && desk.random.chance(0.8)) return towardsSupportMeeting(desk, state, ref);
    return asked(desk, state, person);
  },
  'meeting-request': (desk, state, ref, { about }) =>
    (state.track.state === 'none' && desk.random.chance(0.9) ? onSupportMeeting(desk, state, ref) : undefined) ?? {
      type: 'decline-meeting-request',
      requestId: about,
      reasonText: desk.newId(),
    },
  'consent-confirmation': (_desk, _state, _ref, { about }) => ({ type: 'confirm-consent', personId: about }),
  sheet: (desk, _state, _ref, { about }) => ({
    type: 'submit-sheet',
    agency: about,
    text: desk.newId(),
    heard: 'phone',
  }),
  'sheets-decision': () => ({ type: 'finish-assessment' }),
  'plan-draft': (desk, state) => ({
    type: 'draft-plan',
    planId: desk.newId(),
    startsOn: desk.world.today,
    endsOn: addMonths(desk.world.today, 12),
    directionText: desk.newId(),
    goals: [{ id: desk.newId(), text: desk.newId() }],
    roles: [...new Set([state.leadAgency, desk.world.rules.coordinatingBody, ...inEveryScope(desk, state)])].map(
      (agency) => ({ agency, text: desk.newId() }),
    ),
  }),
  'plan-explanation': (desk) => ({
    type: 'explain-plan',
    explainedOn: desk.world.today,
    appliedOn: desk.world.today,
    appliedBy: 'signature',
  }),
  'meeting-placement': (desk, state, ref) => onPlanMeeting(desk, state, ref),
  'approval-draft': (desk, state) => ({
    type: 'draft-approval',
    draftedOn: desk.world.today,
    documentNumber: `保福第${state.seq}号`,
  }),
  approval: (desk) => ({ type: 'decide-support', decidedOn: desk.world.today }),
  'role-acknowledgement': (_desk, _state, _ref, { about }) => ({
    type: 'acknowledge-role',
    agency: about,
    heard: 'phone',
  }),
  monitoring: (desk) => ({
    type: 'record-monitoring',
    entryId: desk.newId(),
    on: desk.world.today,
    method: 'visit',
    text: desk.newId(),
  }),
  evaluation: (desk, state) => {
    if (state.stage !== 'evaluation') return undefined;
    const goals = currentPlan(state)?.goals ?? [];
    return {
      type: 'record-evaluation',
      recordedOn: desk.world.today,
      goalOutcomes: Object.fromEntries(goals.map(({ id }) => [id, desk.random.chance(0.6) ? 'achieved' : 'partly'])),
      changes: ['stability'],
      personsViewText: desk.newId(),
      staffOpinionText: desk.newId(),
      remainingText: null,
    };
  },
  'plan-end': (desk, state, _ref, { dueOn }) =>
    dueOn <= desk.world.today && state.stage === 'support' ? { type: 'evaluate-now' } : undefined,
  'interruption-review': () => ({ type: 'resume-support' }),
  'follow-up': (desk, state) => {
    const due = state.followUps.find(({ doneOn, dueOn }) => doneOn === null && dueOn <= desk.world.today);
    return (
      due && { type: 'record-follow-up', day: due.day, on: desk.world.today, leadAgencyOk: true, text: desk.newId() }
    );
  },
  'decision-task': (desk, _state, _ref, { about }) => ({
    type: 'finish-task',
    taskId: about,
    outcome: desk.random.chance(0.9) ? 'done' : 'impossible',
    text: desk.newId(),
  }),
  'person-in-charge': (_desk, state) => ({ type: 'set-person-in-charge', membershipId: memberOf(state.leadAgency) }),
  'withdrawal-confirmation': (_desk, state, _ref, { about, holder }) =>
    state.withdrawals.some(({ id }) => id === about)
      ? { type: 'confirm-withdrawal', withdrawalId: about, agency: holder.agency, heard: 'phone' }
      : undefined,
};

/** What the holder does about an obligation of a case, or nothing. */
export function answerCaseObligation(desk: Desk, ref: RecordRef, obligation: Obligation): Said | undefined {
  return work[obligation.kind]?.(desk, desk.world.stateOf(ref) as CaseState, ref, obligation);
}

function otherAgency(desk: Desk, state: CaseState): string {
  const [first, ...rest] = desk.world.rules.agencies
    .map(({ code }) => code)
    .filter((code) => code !== state.leadAgency && code !== desk.world.rules.coordinatingBody);
  return first === undefined ? desk.world.rules.coordinatingBody : desk.random.pick([first, ...rest]);
}

const contact = (desk: Desk): Said => ({
  type: 'record-contact',
  contactId: desk.newId(),
  on: desk.world.today,
  method: 'visit',
  result: desk.random.chance(0.3) ? 'met' : 'notMet',
  nextContactOn: desk.world.calendar.addOpenDays(desk.world.today, 15),
  text: desk.newId(),
});

/** Agencies that everybody who consents lets know: a plan gives a role to two of them at the most. */
function inEveryScope({ world }: Desk, state: CaseState): readonly string[] {
  const consented = consentedPersons(state, world.today);
  return world.rules.agencies
    .map(({ code }) => code)
    .filter((code) => consented.every(({ consent }) => consent.agencies.includes(code)))
    .slice(0, 2);
}
