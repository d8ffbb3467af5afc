import { consentItemClasses, consentMethods, consentPurposes, representativeGrounds } from '#libs/domain';
import type { PersonView } from '#libs/views';
import { choices, date, line, optionsOf, radio, select, story, tick } from '../../components/form/field-makers.ts';
import { choicesIn, textIn, textOrNull, tickIn, type FieldValues } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { agencyOptions, namedAgencies, type CaseFormContext, type CaseFormMaker } from '../case-form.ts';
import { personLabel } from '../person-label.ts';

const isGiven = (values: FieldValues): boolean => textIn(values, 'status') === 'given';
const isRepresented = (values: FieldValues): boolean => isGiven(values) && tickIn(values, 'byRepresentative');

export const recordConsent: CaseFormMaker = (context) => {
  const person = personOf(context, ({ consent }) => consent.status !== 'given');
  if (person === undefined) return null;
  const { view, profile } = context;
  const involved = (view.participants ?? [])
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ agency }) => agency);
  const before = person.consent;
  return {
    command: 'record-consent',
    part: `consent/${person.id}`,
    intro: personLabel(person),
    fields: [
      radio('status', [
        { value: 'given', label: t('consentStatus.given') },
        { value: 'refused', label: t('consentStatus.refused') },
      ]),
      date('on', { max: profile.today }),
      radio('method', optionsOf('consentMethod', consentMethods)),
      choices('agencies', agencyOptions(profile), { hint: t('hint.consentAgencies'), when: isGiven }),
      choices('purposes', optionsOf('consentPurpose', consentPurposes), { when: isGiven }),
      choices('itemClasses', optionsOf('consentItemClass', consentItemClasses), { when: isGiven }),
      tick('byRepresentative', { when: isGiven }),
      select('ground', optionsOf('representativeGround', representativeGrounds), { when: isRepresented }),
      line('nameText', { label: t('field.representative'), when: isRepresented }),
      date('reviewOn', { optional: true, hint: t('hint.reviewOn'), when: isGiven }),
    ],
    initial: {
      status: '',
      on: profile.today,
      method: '',
      agencies: before.agencies.length > 0 ? before.agencies : involved,
      purposes: consentPurposes,
      itemClasses: before.itemClasses,
      byRepresentative: false,
      ground: '',
      nameText: '',
      reviewOn: '',
    },
    toBody: (values) => ({
      personId: person.id,
      status: textIn(values, 'status'),
      on: textIn(values, 'on'),
      method: textIn(values, 'method'),
      agencies: isGiven(values) ? choicesIn(values, 'agencies') : [],
      purposes: isGiven(values) ? choicesIn(values, 'purposes') : [],
      itemClasses: isGiven(values) ? choicesIn(values, 'itemClasses') : [],
      representative: isRepresented(values)
        ? { ground: textIn(values, 'ground'), nameText: textIn(values, 'nameText') }
        : null,
      reviewOn: isGiven(values) ? textOrNull(values, 'reviewOn') : null,
    }),
  };
};

export const withdrawConsent: CaseFormMaker = (context) => {
  const person = personOf(context, ({ consent }) => consent.status === 'given');
  if (person === undefined) return null;
  const isPartial = (values: FieldValues): boolean => textIn(values, 'extent') === 'some';
  return {
    command: 'withdraw-consent',
    part: `consent/${person.id}`,
    look: 'danger',
    intro: `${personLabel(person)}\n${t('intro.withdraw')}`,
    fields: [
      date('on', { max: context.profile.today }),
      radio('extent', [
        { value: 'all', label: t('extent.all') },
        { value: 'some', label: t('extent.some') },
      ]),
      choices('withdrawnAgencies', namedAgencies(context.profile, person.consent.agencies), { when: isPartial }),
      story('reasonText', { optional: true }),
    ],
    initial: { on: context.profile.today, extent: '', withdrawnAgencies: [], reasonText: '' },
    toBody: (values) => ({
      personId: person.id,
      on: textIn(values, 'on'),
      agencies: isPartial(values) ? choicesIn(values, 'withdrawnAgencies') : 'all',
      reasonText: textOrNull(values, 'reasonText'),
    }),
  };
};

export const confirmWithdrawal: CaseFormMaker = ({ view, session, target }) => {
  const open = (view.withdrawals ?? []).filter(
    ({ told, agencies, confirmed }) => told && agencies.includes(session.agency) && !confirmed.includes(session.agency),
  );
  const withdrawal = open.find(({ id }) => target === null || id === target);
  if (withdrawal === undefined) return null;
  return {
    command: 'confirm-withdrawal',
    intro: t('intro.confirmWithdrawal'),
    fields: [],
    initial: {},
    toBody: () => ({ withdrawalId: withdrawal.id, agency: session.agency }),
  };
};

export const allowSupportMeeting: CaseFormMaker = (context) => {
  const person = personOf(context, ({ consent }) => consent.status === 'refused' || consent.status === 'withdrawn');
  if (person === undefined) return null;
  return {
    command: 'allow-support-meeting',
    part: `consent/${person.id}`,
    intro: `${personLabel(person)}\n${t('intro.allow')}`,
    fields: [story('reasonText', { hint: t('hint.reason') })],
    initial: { reasonText: '' },
    toBody: (values) => ({ personId: person.id, reasonText: textIn(values, 'reasonText') }),
  };
};

/** The person of the address, or the first that fits. */
function personOf({ view, target }: CaseFormContext, fits: (person: PersonView) => boolean): PersonView | undefined {
  return view.persons.find(({ id }) => id === target) ?? view.persons.find(fits);
}
