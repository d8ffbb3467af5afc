import type { PersonView } from '#libs/views';
import { agencyName } from '../../api/agency-names.ts';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { tick } from '../../components/form/field-makers.ts';
import { textIn, tickIn, type FieldValues } from '../../components/form/field-spec.ts';
import type { CaseAskings, CaseFormContext } from '../case-asking.ts';
import { t } from '../../messages/translate.ts';
import { personLabel } from '../person-label.ts';

const isGiven = (values: FieldValues): boolean => textIn(values, 'status') === 'given';
const isByRepresentative = (values: FieldValues): boolean => tickIn(values, 'byRepresentative');
const isRepresented = (values: FieldValues): boolean => isGiven(values) && isByRepresentative(values);

export const consentForms = {
  'record-consent': (context) => {
    const person = personOf(context, ({ consent }) => consent.status !== 'given');
    if (person === undefined) return null;
    return {
      known: { personId: person.id },
      about: person.masked ? `${personLabel(person)}\n${t('intro.consent-waits')}` : personLabel(person),
      order: ['status', 'on', 'method', 'agencies', 'purposes', 'itemClasses', 'byRepresentative', 'representative'],
      also: [tick('byRepresentative', { when: isGiven })],
      ask: {
        agencies: { when: isGiven },
        purposes: { when: isGiven },
        itemClasses: { when: isGiven },
        representative: { when: isRepresented, inner: { ask: { ground: { as: 'select' } } } },
        reviewOn: { when: isGiven, optional: true },
      },
      // Nothing of what a person agrees to is filled in before they said it.
      start: { on: '' },
    };
  },
  'withdraw-consent': (context) => {
    const person = personOf(context, ({ consent }) => consent.status === 'given');
    if (person === undefined) return null;
    return {
      known: { personId: person.id },
      about: personLabel(person),
      look: 'danger',
      order: ['on', 'method', 'byRepresentative', 'representative', 'agencies', 'reasonText'],
      also: [tick('byRepresentative')],
      ask: {
        agencies: { options: agencyOptions(context.profile, person.consent.agencies) },
        representative: { when: isByRepresentative, inner: { ask: { ground: { as: 'select' } } } },
        reasonText: { hint: null },
      },
      start: { on: '' },
    };
  },
  'confirm-consent': (context) => {
    const person = personOf(
      context,
      ({ consent, proposedConsent }) => consent.unconfirmedFor !== null || proposedConsent !== null,
    );
    const proposed = person?.proposedConsent?.takenBy ?? null;
    const recorder = proposed ?? person?.consent.unconfirmedFor ?? null;
    if (person === undefined || recorder === null) return null;
    const intro = t(proposed === null ? 'intro.consent-of' : 'intro.consent-proposed', {
      agency: agencyName(context.profile, recorder),
    });
    return { known: { personId: person.id }, about: `${personLabel(person)}\n${intro}` };
  },
  // The own word; for a recipient without account the secretariat enters it.
  'confirm-withdrawal': ({ view, session, profile, target }) => {
    const { agency } = session;
    const told = view.withdrawals.filter((one) => one.told && (target === null || one.id === target));
    const missing = ({ agencies, confirmed }: (typeof told)[number]): readonly string[] =>
      agencies.filter((one) => !confirmed.includes(one));
    const own = told.find((one) => missing(one).includes(agency));
    if (own !== undefined) return { known: { withdrawalId: own.id, agency, heard: null } };
    const open = told.find((one) => missing(one).length > 0);
    if (open === undefined || agency !== profile.coordinatingBody) return null;
    return {
      known: { withdrawalId: open.id },
      ask: {
        agency: { options: agencyOptions(profile, missing(open)) },
        heard: { as: 'radio', optional: false },
      },
      start: { agency: missing(open)[0] ?? '' },
    };
  },
  'allow-support-meeting': (context) => {
    const person = personOf(context, ({ consent }) => consent.status === 'refused' || consent.status === 'withdrawn');
    return person === undefined ? null : { known: { personId: person.id }, about: personLabel(person) };
  },
} satisfies CaseAskings;

/** The person of the address, or the first that fits. */
function personOf({ view, target }: CaseFormContext, fits: (person: PersonView) => boolean): PersonView | undefined {
  return view.persons.find(({ id }) => id === target) ?? view.persons.find(fits);
}
