import type { IsoDate } from '#libs/calendar';
import { ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CasePerson, CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { coordinator, inCharge } from '../expectation-parts.ts';
import { firstOf, unlessEnded } from '../refusals.ts';
import { thawing } from './frozen-items.ts';
import { consentNow, personOf, unlessPerson, withPerson } from './person-of.ts';
import { consentCounts } from './record-consent.ts';
import { unlessWithdrawal } from './whose-word-counts.ts';

/**
 * A consent that opens a person to the agency that recorded it counts for that agency once another has confirmed it; what others than the
 * 主担当機関 and the office wrote over one that stood counts from then on (R2).
 */
export const confirmConsent = command('confirm-consent', {
  part: ({ personId }) => `consent/${personId}`,
  stands: (state, { personId }) => personOf(state, personId)?.proposedConsent ?? consentNow(state, { personId }),
  fields: { personId: ref() },
  likely: (state) => {
    const person = state.persons.find((one) => recorderOf(one) !== undefined);
    return person ? { personId: person.id } : refuse('consent.nothing-to-confirm');
  },
  links: (state, { personId }, record) => {
    const proposed = personOf(state, personId)?.proposedConsent;
    return proposed ? thawing(state, personId, proposed, record) : [];
  },
  refusal: (state, { personId }, ctx) => {
    const person = personOf(state, personId);
    const recorder = person && recorderOf(person);
    return firstOf(
      unlessPerson(state, personId),
      recorder === undefined && refuse('consent.nothing-to-confirm'),
      recorder === agencyOfActor(ctx.actor) && refuse('consent.confirmed-by-another'),
      person?.proposedConsent && (unlessEnded(state) ?? unlessWithdrawal(person, person.proposedConsent, ctx)),
    );
  },
  decide: (state, { personId }, ctx) => {
    const person = personOf(state, personId);
    const confirmed: ConsentConfirmed = {
      type: 'consent-confirmed',
      v: 1,
      personId,
      agency: (person && recorderOf(person)) ?? '',
      on: ctx.today,
    };
    return person?.proposedConsent
      ? [confirmed, ...consentCounts(state, personId, person.proposedConsent, ctx)]
      : [confirmed];
  },
});

/** Whose word about this person waits to be confirmed. */
const recorderOf = ({ consent, proposedConsent }: CasePerson): AgencyCode | undefined =>
  proposedConsent?.takenBy ?? consent.unconfirmedFor;

interface ConsentConfirmed extends Fact<'consent-confirmed', 1> {
  readonly personId: string;
  /** For which it counts from now on. */
  readonly agency: AgencyCode;
  readonly on: IsoDate;
}

export const consentConfirmed = event<ConsentConfirmed>('consent-confirmed', 1, {
  fold: (state, { personId }) => ({
    ...state,
    persons: withPerson(state, personId, ({ consent: { unconfirmedFor: _now, ...consent }, ...person }) => ({
      ...person,
      consent,
    })),
  }),
  raises: ({ personId }) => [`consent/${personId}`],
  area: ({ personId }) => ({ kind: 'person', personId }),
  tells: null,
  ...quiet,
});

/** Owed by the 主担当機関 that wrote the case down; by the secretariat where that is another, or the very one that recorded it. */
export const confirmationsOwed = (state: CaseState, ctx: Context): readonly Expectation[] =>
  state.persons.flatMap(({ id, consent: { status, on, unconfirmedFor }, proposedConsent }) => [
    ...(status !== 'given' || unconfirmedFor === undefined
      ? []
      : [confirmationOwed(state, ctx, `${id}/${on ?? ''}`, { about: id, askedBy: unconfirmedFor })]),
    ...(proposedConsent?.takenBy
      ? [
          confirmationOwed(
            state,
            ctx,
            `${id}/${proposedConsent.on ?? ''}/${proposedConsent.status}/${proposedConsent.takenBy}`,
            { about: id, askedBy: proposedConsent.takenBy },
          ),
        ]
      : []),
  ]);

const confirmationOwed = (
  state: CaseState,
  ctx: Context,
  key: string,
  asked: { readonly about: string; readonly askedBy: AgencyCode },
): Expectation => ({
  key: `consent-confirmation/${key}`,
  kind: 'consent-confirmation',
  holder: leadKnows(state, asked.askedBy) ? inCharge(state) : coordinator(ctx),
  blocking: false,
  ...asked,
});

const leadKnows = ({ leadAgency, participants }: CaseState, recorder: AgencyCode): boolean =>
  leadAgency !== recorder &&
  participants.some(
    ({ agency, basis, releasedOn }) => agency === leadAgency && basis === 'recorder' && releasedOn === null,
  );
