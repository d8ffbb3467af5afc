import type { IsoDate } from '#libs/calendar';
import { allOrAgencies, code, date, made, orNull, ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, HowWithdrawn, TextId } from '../case-state.ts';
import type { Placement } from '../taking-part.ts';
import { command, event } from '../case-units.ts';
import { consentMethods } from '../codes.ts';
import { activeAgencies } from '../consent-scope.ts';
import { handoffsClosedBy } from '../handoff/closed-letter.ts';
import { firstOf } from '../refusals.ts';
import { itemsToFreeze, toSitting } from './frozen-items.ts';
import { representative } from './representative.ts';
import { personOf, unlessPerson, withNo, withPerson, consentNow } from './person-of.ts';

/** 同意の撤回, whole or for some agencies (R7). The person owes nobody a reason. */
export const withdrawConsent = command('withdraw-consent', {
  part: ({ personId }) => `consent/${personId}`,
  stands: consentNow,
  fields: {
    personId: ref(),
    withdrawalId: made(),
    on: date('done'),
    agencies: allOrAgencies(),
    method: code(consentMethods),
    /** 法定代理人 who takes it back for the person. */
    representative: representative(),
    reasonText: orNull(text('withdrawal-reason', 4_000)),
  },
  likely: (state) => {
    const given = state.persons.find(({ consent }) => consent.status === 'given');
    return given ? { personId: given.id } : refuse('consent.not-given');
  },
  links: (state, said, record) =>
    itemsToFreeze(state, said)
      .filter(({ frozen }) => !frozen)
      .map((placement) => toSitting(placement, true, record)),
  refusal: (state, { personId, agencies }) => {
    const consent = personOf(state, personId)?.consent;
    return firstOf(
      unlessPerson(state, personId),
      consent?.status !== 'given' && refuse('consent.not-given'),
      agencies !== 'all' && agencies.length === 0 && refuse('consent.withdrawal-empty'),
      agencies !== 'all' &&
        agencies.some((agency) => !consent?.agencies.includes(agency)) &&
        refuse('consent.not-in-scope'),
    );
  },
  decide: (state, { personId, withdrawalId, on, agencies, method, representative: by, reasonText }, ctx) => {
    const scope = personOf(state, personId)?.consent.agencies ?? [];
    const withdrawn = agencies === 'all' ? scope : agencies;
    return [
      {
        type: 'consent-withdrawn',
        v: 1,
        personId,
        withdrawalId,
        on,
        all: agencies === 'all',
        reasonText,
        how: { on, method, takenBy: agencyOfActor(ctx.actor) ?? state.leadAgency, representative: by },
        scopeLeft: scope.filter((agency) => !withdrawn.includes(agency)),
        // Whom to tell: those who could know because of it and take part (R7). Nothing is deleted.
        agencies: activeAgencies(state).filter((agency) => withdrawn.includes(agency)),
        frozenItems: itemsToFreeze(state, { personId, agencies }).map(({ itemId }) => itemId),
      },
      ...handoffsClosedBy(state, { personId, to: agencies }, ctx),
    ];
  },
});

interface ConsentWithdrawn extends Fact<'consent-withdrawn', 1> {
  readonly personId: string;
  readonly withdrawalId: string;
  readonly on: IsoDate;
  readonly all: boolean;
  /** Who may still be told. */
  readonly scopeLeft: readonly AgencyCode[];
  /** Whom to tell: those of the withdrawn ones who take part. */
  readonly agencies: readonly AgencyCode[];
  readonly reasonText: TextId | null;
  readonly frozenItems: readonly string[];
  /** Older ones kept none of it. */
  readonly how?: HowWithdrawn;
}

export const consentWithdrawn = event<ConsentWithdrawn>('consent-withdrawn', 1, {
  fold: (state, withdrawn) => ({
    ...state,
    // It never moves anyone onto a 支援会議 by itself: that needs necessity and a manager's recorded reason (R8).
    persons: withPerson(state, withdrawn.personId, ({ proposedConsent: _over, ...person }) =>
      withdrawn.all
        ? {
            ...person,
            consent: { ...person.consent, status: 'withdrawn', agencies: [] },
            saidNo: withNo(person, state, ['*']),
            track: 'none',
            supportTrackReasonText: null,
          }
        : {
            ...person,
            consent: { ...person.consent, agencies: withdrawn.scopeLeft },
            saidNo: withNo(
              person,
              state,
              person.consent.agencies.filter((agency) => !withdrawn.scopeLeft.includes(agency)),
            ),
          },
    ),
    placements: state.placements.map((placement) =>
      withdrawn.frozenItems.includes(placement.itemId)
        ? { ...placement, frozen: true, withdrawn: [...placement.withdrawn, ...takenBack(state, placement, withdrawn)] }
        : placement,
    ),
    withdrawals: [
      ...state.withdrawals,
      {
        id: withdrawn.withdrawalId,
        personId: withdrawn.personId,
        agencies: withdrawn.agencies,
        told: withdrawn.agencies.length === 0,
        confirmed: [],
        ...(withdrawn.how ? { how: withdrawn.how } : {}),
      },
    ],
  }),
  raises: ({ personId }) => [`consent/${personId}`],
  area: ({ personId }) => ({ kind: 'person', personId }),
  tells: ['reasonText'],
  ...quiet,
});

/** Agencies on the item that this person's consent covered and covers no longer. */
const takenBack = (
  state: CaseState,
  { agencies }: Placement,
  { personId, scopeLeft }: ConsentWithdrawn,
): Placement['withdrawn'] =>
  agencies
    .filter((agency) => personOf(state, personId)?.consent.agencies.includes(agency) && !scopeLeft.includes(agency))
    .map((agency) => ({ personId, agency }));
