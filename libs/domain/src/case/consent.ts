import { agencyOfActor } from '../record/actor.ts';
import { refuse } from '../record/context.ts';
import type { CommandRules, EventRules } from '../record/definition.ts';
import { knowsAgency } from '../rules/municipality-rules.ts';
import type { CasePerson, CaseState, Consent, Placement } from './case-state.ts';
import type { ConsentCommand } from './case.commands.ts';
import type { ConsentEvent } from './case.events.ts';
import { activeAgencies, consentHolds } from './consent-scope.ts';
import { alreadySo, firstOf } from './refusals.ts';
import { isEnded } from './stage.ts';

export type ConsentRuleCommand = ConsentCommand | { readonly type: 'tell-recipients-of-withdrawal' };

const personOf = (state: CaseState, personId: string): CasePerson | undefined =>
  state.persons.find(({ id }) => id === personId);
const missingPerson = (state: CaseState, personId: string): ReturnType<typeof refuse> | undefined =>
  personOf(state, personId) ? undefined : refuse('person.missing');

/** 本人同意 is per person, dated, scoped and revocable (R2, R7, R8, R9). */
export const consentCommands: CommandRules<CaseState, ConsentRuleCommand, ConsentEvent> = {
  'record-consent': {
    refusal: (state, command, ctx) => {
      const unknown = command.agencies.find((agency) => !knowsAgency(ctx.rules, agency));
      return firstOf(
        isEnded(state.stage) && refuse('case.ended'),
        missingPerson(state, command.personId),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
        unknown !== undefined && refuse('agency.unknown', { agency: unknown }),
        command.status === 'given' && command.purposes.length === 0 && refuse('consent.scope-empty'),
        command.reviewOn !== null && command.reviewOn <= command.on && refuse('consent.review-before-consent'),
        // A consent that is over already would bring nobody onto the main stages.
        command.reviewOn !== null && command.reviewOn <= ctx.today && refuse('date.not-ahead', { field: 'reviewOn' }),
        // A no after a yes is a withdrawal: it freezes items and lists whom to tell (R7).
        command.status === 'refused' &&
          personOf(state, command.personId)?.consent.status === 'given' &&
          refuse('consent.withdraw-first'),
      );
    },
    // One action also brings the person onto the main stages (R9); history stays linked, the others of the household stay where they are.
    decide: (state, command, ctx) => {
      const given = command.status === 'given';
      const recorded: ConsentEvent = {
        type: 'consent-recorded',
        v: 1,
        personId: command.personId,
        consent: {
          status: command.status,
          on: command.on,
          method: command.method,
          agencies: given ? command.agencies : [],
          purposes: given ? command.purposes : [],
          itemClasses: given ? command.itemClasses : [],
          takenBy: agencyOfActor(ctx.actor) ?? state.leadAgency,
          representative: command.representative,
          reviewOn: command.reviewOn,
        },
      };
      // Somebody who was on the main line before (reopened, or the consent ran out) comes back onto it as well.
      return given && (personOf(state, command.personId)?.track !== 'main' || state.stage === 'accepted')
        ? [recorded, { type: 'main-line-joined', v: 1, personId: command.personId, on: ctx.today }]
        : [recorded];
    },
  },
  'withdraw-consent': {
    refusal: (state, command, ctx) =>
      firstOf(
        missingPerson(state, command.personId),
        personOf(state, command.personId)?.consent.status !== 'given' && refuse('consent.not-given'),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
        command.agencies !== 'all' && command.agencies.length === 0 && refuse('consent.withdrawal-empty'),
        command.agencies !== 'all' &&
          command.agencies.some((agency) => !personOf(state, command.personId)?.consent.agencies.includes(agency)) &&
          refuse('consent.not-in-scope'),
      ),
    decide: (state, command) => {
      const scope = personOf(state, command.personId)?.consent.agencies ?? [];
      const agencies = command.agencies === 'all' ? scope : command.agencies;
      const scopeLeft = scope.filter((agency) => !agencies.includes(agency));
      return [
        {
          type: 'consent-withdrawn',
          v: 1,
          personId: command.personId,
          withdrawalId: command.withdrawalId,
          on: command.on,
          all: command.agencies === 'all',
          reasonText: command.reasonText,
          scopeLeft,
          // Whom to tell: those who could know because of it and take part (R7). Nothing is deleted.
          agencies: activeAgencies(state).filter((agency) => agencies.includes(agency)),
          frozenItems: state.placements
            .filter(
              ({ kind, personIds, result }) =>
                kind === 'planMeeting' && result === null && personIds.includes(command.personId),
            )
            .map(({ itemId }) => itemId),
        },
      ];
    },
  },
  'tell-recipients-of-withdrawal': {
    refusal: (state) => (state.withdrawals.some(({ told }) => !told) ? undefined : alreadySo),
    decide: (state, _command, ctx) => [
      {
        type: 'withdrawal-told',
        v: 1,
        withdrawalIds: state.withdrawals.filter(({ told }) => !told).map(({ id }) => id),
        on: ctx.today,
      },
    ],
  },
  'confirm-withdrawal': {
    refusal: (state, command) => {
      const withdrawal = state.withdrawals.find(({ id }) => id === command.withdrawalId);
      return firstOf(
        !withdrawal && refuse('withdrawal.missing'),
        !withdrawal?.agencies.includes(command.agency) && refuse('withdrawal.not-recipient'),
        withdrawal?.confirmed.includes(command.agency) && refuse('withdrawal.already-confirmed'),
      );
    },
    decide: (_state, command, ctx) => [
      { type: 'withdrawal-confirmed', v: 1, withdrawalId: command.withdrawalId, agency: command.agency, on: ctx.today },
    ],
  },
  'allow-support-meeting': {
    refusal: (state, command) => {
      const status = personOf(state, command.personId)?.consent.status;
      return firstOf(
        isEnded(state.stage) && refuse('case.ended'),
        missingPerson(state, command.personId),
        status !== 'refused' && status !== 'withdrawn' && refuse('support-meeting.reason-not-needed'),
      );
    },
    decide: (_state, command, ctx) => [
      {
        type: 'support-meeting-allowed',
        v: 1,
        personId: command.personId,
        on: ctx.today,
        reasonText: command.reasonText,
      },
    ],
  },
};

const withPerson = (state: CaseState, personId: string, change: (person: CasePerson) => CasePerson): CaseState => ({
  ...state,
  persons: state.persons.map((person) => (person.id === personId ? change(person) : person)),
});

export const consentEvents: EventRules<CaseState, ConsentEvent> = {
  'consent-recorded': (state, event) => {
    const next = withPerson(state, event.personId, (person) => ({ ...person, consent: event.consent }));
    const free = new Set(thawedBy(state, event.personId, event.consent).map(({ itemId }) => itemId));
    return {
      ...next,
      placements: state.placements.map((one) =>
        free.has(one.itemId) ? { ...one, frozen: false, withdrawn: [] } : one,
      ),
    };
  },
  'main-line-joined': (state, event) => {
    const joined = withPerson(state, event.personId, (person) => ({ ...person, track: 'main' }));
    return state.stage === 'accepted' ? { ...joined, stage: 'assessment', assessments: state.assessments + 1 } : joined;
  },
  'consent-withdrawn': (state, event) => {
    const left = withPerson(state, event.personId, (person) => {
      // It never moves anyone onto a 支援会議 by itself: that needs necessity and a manager's recorded reason (R8).
      return event.all
        ? {
            ...person,
            consent: { ...person.consent, status: 'withdrawn', agencies: [] },
            track: 'none',
            supportTrackReasonText: null,
          }
        : { ...person, consent: { ...person.consent, agencies: event.scopeLeft } };
    });
    return {
      ...left,
      placements: state.placements.map((placement) =>
        event.frozenItems.includes(placement.itemId)
          ? { ...placement, frozen: true, withdrawn: [...placement.withdrawn, ...takenBack(state, placement, event)] }
          : placement,
      ),
      withdrawals: [
        ...state.withdrawals,
        {
          id: event.withdrawalId,
          personId: event.personId,
          agencies: event.agencies,
          told: event.agencies.length === 0,
          confirmed: [],
        },
      ],
    };
  },
  'withdrawal-told': (state, event) => ({
    ...state,
    withdrawals: state.withdrawals.map((one) => (event.withdrawalIds.includes(one.id) ? { ...one, told: true } : one)),
  }),
  'withdrawal-confirmed': (state, event) => ({
    ...state,
    withdrawals: state.withdrawals.map((one) =>
      one.id === event.withdrawalId ? { ...one, confirmed: [...one.confirmed, event.agency] } : one,
    ),
  }),
  'support-meeting-allowed': (state, event) =>
    withPerson(state, event.personId, (person) => ({ ...person, supportTrackReasonText: event.reasonText })),
};

/** Agencies on the item that this person's consent covered and covers no longer. */
const takenBack = (
  state: CaseState,
  { agencies }: Placement,
  { personId, scopeLeft }: { readonly personId: string; readonly scopeLeft: readonly string[] },
): Placement['withdrawn'] =>
  agencies
    .filter((agency) => personOf(state, personId)?.consent.agencies.includes(agency) && !scopeLeft.includes(agency))
    .map((agency) => ({ personId, agency }));

/** The frozen items a consent frees again, for the same agencies: those for whose day everybody named on them consents now. */
export const thawedBy = (
  state: CaseState,
  personId: string,
  consent: Pick<Consent, 'status' | 'on' | 'reviewOn' | 'agencies'>,
): readonly Placement[] =>
  state.placements.filter(
    ({ frozen, result, personIds, heldOn, withdrawn }) =>
      frozen &&
      result === null &&
      personIds.includes(personId) &&
      state.persons.every(
        (person) =>
          !personIds.includes(person.id) || consentHolds(person.id === personId ? { consent } : person, heldOn),
      ) &&
      withdrawn.every((one) =>
        (one.personId === personId ? consent : personOf(state, one.personId)?.consent)?.agencies.includes(one.agency),
      ),
  );
