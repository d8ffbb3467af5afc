import type { IsoDate } from '#libs/calendar';
import { ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { coordinator, inCharge } from '../expectation-parts.ts';
import { firstOf } from '../refusals.ts';
import { consentNow, personOf, unlessPerson, withPerson } from './person-of.ts';

/** A consent that opens a person to the agency that recorded it counts for that agency once another has confirmed it (R2). */
export const confirmConsent = command('confirm-consent', {
  part: ({ personId }) => `consent/${personId}`,
  stands: consentNow,
  fields: { personId: ref() },
  likely: (state) => {
    const person = state.persons.find(({ consent }) => consent.unconfirmedFor !== undefined);
    return person ? { personId: person.id } : refuse('consent.nothing-to-confirm');
  },
  refusal: (state, { personId }, { actor }) => {
    const recorder = personOf(state, personId)?.consent.unconfirmedFor;
    return firstOf(
      unlessPerson(state, personId),
      recorder === undefined && refuse('consent.nothing-to-confirm'),
      recorder === agencyOfActor(actor) && refuse('consent.confirmed-by-another'),
    );
  },
  decide: (state, { personId }, { today }) => [
    {
      type: 'consent-confirmed',
      v: 1,
      personId,
      agency: personOf(state, personId)?.consent.unconfirmedFor ?? '',
      on: today,
    },
  ],
});

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
  state.persons.flatMap(({ id, consent: { status, on, unconfirmedFor } }) =>
    status !== 'given' || unconfirmedFor === undefined
      ? []
      : [
          {
            key: `consent-confirmation/${id}/${on ?? ''}`,
            kind: 'consent-confirmation',
            holder: leadKnows(state, unconfirmedFor) ? inCharge(state) : coordinator(ctx),
            blocking: false,
            about: id,
            askedBy: unconfirmedFor,
          },
        ],
  );

const leadKnows = ({ leadAgency, participants }: CaseState, recorder: AgencyCode): boolean =>
  leadAgency !== recorder &&
  participants.some(
    ({ agency, basis, releasedOn }) => agency === leadAgency && basis === 'recorder' && releasedOn === null,
  );
