import type { CommandRules, EventRules } from '../record/definition.ts';
import { refuse } from '../record/context.ts';
import { knowsAgency } from '../rules/municipality-rules.ts';
import type { CasePerson, CaseState, Consent } from './case-state.ts';
import type { IntakeCommand, NewPerson } from './case.commands.ts';
import type { IntakeEvent } from './case.events.ts';
import { openMatter, tasksHandedOver } from './closing.ts';
import { consentedPersons } from './consent-scope.ts';
import { firstOf, unlessIn } from './refusals.ts';
import { isEnded, stages } from './stage.ts';

type BeginningCommand = Extract<IntakeCommand, { type: 'open-case' | 'record-advice-only' }>;
export type IntakeCommandOnCase = Exclude<IntakeCommand, BeginningCommand>;
export type IntakeEventOnCase = Exclude<IntakeEvent, { type: 'case-opened' | 'advice-recorded' }>;

/** 一次判断, 担当者, release, urgency and re-opening (R10–R12, R16). */
export const intakeCommands: CommandRules<CaseState, IntakeCommandOnCase, IntakeEvent> = {
  'screen-case': {
    refusal: (state, command) =>
      firstOf(
        unlessIn(state, ['intake'], command),
        command.judgement === 'handOver' &&
          state.intake.triedSchemes.length === 0 &&
          refuse('screening.tried-schemes-missing'),
        command.judgement === 'keep' && openMatter(state),
      ),
    decide: (_state, command, ctx) => [
      { type: 'case-screened', v: 1, judgement: command.judgement, on: ctx.today, reasonText: command.reasonText },
    ],
  },
  'mark-urgent': {
    refusal: (state, command) =>
      firstOf(
        isEnded(state.stage) && refuse('case.ended'),
        state.urgent === command.urgent && refuse('case.urgency-unchanged'),
      ),
    decide: (_state, command) => [{ type: 'urgency-marked', v: 1, urgent: command.urgent }],
  },
  'set-person-in-charge': {
    refusal: (state, command) =>
      firstOf(
        isEnded(state.stage) && refuse('case.ended'),
        state.personInCharge.membershipId === command.membershipId && refuse('person-in-charge.unchanged'),
      ),
    decide: (_state, command, ctx) => [
      { type: 'person-in-charge-set', v: 1, membershipId: command.membershipId, on: ctx.today },
    ],
  },
  'release-agency': {
    refusal: (state, command) =>
      firstOf(
        isEnded(state.stage) && refuse('case.ended'),
        command.agency === state.leadAgency && refuse('participant.is-lead'),
        !state.participants.some(({ agency, releasedOn }) => agency === command.agency && releasedOn === null) &&
          refuse('participant.not-there', { agency: command.agency }),
        state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.from === command.agency) &&
          refuse('participant.handoff-unanswered'),
        owes(state, command.agency) && refuse('participant.still-owes', { agency: command.agency }),
      ),
    decide: (_state, command, ctx) => [
      { type: 'agency-released', v: 1, agency: command.agency, on: ctx.today, reasonText: command.reasonText },
    ],
  },
  'reopen-case': {
    refusal: (state, command) =>
      firstOf(
        unlessIn(state, ['followUp', 'closed', 'advised'], command),
        // The half-minute form knows no person: there is nobody to go on with.
        state.persons.length === 0 && refuse('case.advice-only'),
      ),
    decide: (state, command, ctx) => [
      {
        type: 'case-reopened',
        v: 1,
        on: ctx.today,
        reasonText: command.reasonText,
        // Nobody takes up what was never accepted: then it is handed over first, consent or not.
        to: !state.handoffs.some(({ main, state: answer }) => main && answer === 'accepted')
          ? 'screening'
          : consentedPersons(state, ctx.today).length > 0
            ? 'assessment'
            : 'accepted',
      },
    ],
  },
};

const owes = (state: CaseState, agency: string): boolean =>
  Object.values(state.obligations).some(
    (obligation) => obligation.holder.agency === agency && obligation.kind !== 'role-acknowledgement',
  );

/** Why a case cannot be opened. Shape was checked at the edge; this is sense (R1, R11, R51). */
export function openingRefusal(
  command: BeginningCommand,
  knows: Parameters<typeof knowsAgency>[0],
  today: string,
): ReturnType<typeof firstOf> {
  const point = knows.intakePoints.find(({ code }) => code === command.point);
  const common = firstOf(
    !point && refuse('intake.point-unknown', { point: command.point }),
    command.receivedOn > today && refuse('date.in-future', { field: 'receivedOn' }),
  );
  if (common) return common;
  if (command.type === 'record-advice-only')
    return knowsAgency(knows, command.askedBy) ? undefined : refuse('agency.unknown', { agency: command.askedBy });
  return firstOf(
    command.persons.filter(({ role }) => role === 'person').length !== 1 && refuse('intake.one-person'),
    new Set(command.persons.map(({ id }) => id)).size !== command.persons.length && refuse('intake.person-twice'),
    !command.concerns.includes(command.worstConcern) && refuse('intake.worst-concern'),
    command.triedSchemes.some(({ by }) => !knowsAgency(knows, by)) && refuse('agency.unknown'),
  );
}

const noConsent: Consent = {
  status: 'unconfirmed',
  on: null,
  method: null,
  agencies: [],
  purposes: [],
  itemClasses: [],
  takenBy: null,
  representative: null,
  reviewOn: null,
};

const newPerson = (person: NewPerson): CasePerson => ({
  ...person,
  consent: noConsent,
  supportTrackReasonText: null,
  track: 'none',
});

/** The state a log begins with. */
export function begun(event: Extract<IntakeEvent, { type: 'case-opened' | 'advice-recorded' }>): CaseState {
  const opened = event.type === 'case-opened';
  const leadAgency = opened ? event.leadAgency : event.askedBy;
  return {
    id: event.id,
    municipality: event.municipality,
    caseNumber: event.caseNumber,
    seq: 0,
    obligations: {},
    parts: {},
    openedOn: event.on,
    stage: opened ? 'intake' : 'advised',
    round: 1,
    urgent: opened && event.urgent,
    intake: opened
      ? event.intake
      : {
          receivedOn: event.on,
          point: event.point,
          version: 'withoutConsent',
          concerns: [event.concern],
          worstConcern: event.concern,
          triedSchemes: [],
          storyText: event.adviceText,
          reporterText: null,
          contactRulesText: null,
        },
    persons: opened ? event.persons.map(newPerson) : [],
    leadAgency,
    personInCharge: { agency: leadAgency, membershipId: opened ? event.membershipId : null },
    vacancies: 0,
    participants: [
      { agency: leadAgency, since: event.on, basis: 'recorder', releasedOn: null },
      ...(opened || event.adviser === leadAgency
        ? []
        : [{ agency: event.adviser, since: event.on, basis: 'handoff' as const, releasedOn: null }]),
    ],
    handoffs: [],
    track: { state: 'none', candidacies: 0, nextReviewOn: null, reviews: 0, outreach: null },
    placements: [],
    contacts: [],
    tasks: [],
    sheets: [],
    assessments: 0,
    sheetsAsked: 0,
    plans: [],
    reviewAsked: false,
    approvalAsked: false,
    supportSince: null,
    monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
    evaluation: { n: 1, dueOn: null, due: false, record: null },
    ending: null,
    interruption: null,
    followUps: [],
    withdrawals: [],
    closedReason: null,
  };
}

export const intakeEvents: EventRules<CaseState, IntakeEventOnCase> = {
  'case-screened': (state, event) =>
    event.judgement === 'keep'
      ? { ...state, stage: 'closed', closedReason: 'keptByAgency', tasks: tasksHandedOver(state) }
      : { ...state, stage: 'screening' },
  'urgency-marked': (state, event) => ({ ...state, urgent: event.urgent }),
  'person-in-charge-set': (state, event) => ({
    ...state,
    personInCharge: { agency: state.leadAgency, membershipId: event.membershipId },
    vacancies: state.vacancies + (event.membershipId === null ? 1 : 0),
  }),
  'agency-released': (state, event) => ({
    ...state,
    participants: state.participants.map((one) =>
      one.agency === event.agency && one.releasedOn === null ? { ...one, releasedOn: event.on } : one,
    ),
  }),
  'case-reopened': (state, event) => ({
    ...state,
    stage: event.to,
    closedReason: null,
    ending: null,
    followUps: [],
    round: state.round + (stages.indexOf(event.to) >= stages.indexOf('accepted') ? 1 : 0),
    assessments: state.assessments + (event.to === 'assessment' ? 1 : 0),
    reviewAsked: false,
    approvalAsked: false,
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: null },
    evaluation: { n: state.evaluation.n + 1, dueOn: null, due: false, record: null },
    track: state.track.state === 'ended' ? { ...state.track, state: 'none' } : state.track,
  }),
};
