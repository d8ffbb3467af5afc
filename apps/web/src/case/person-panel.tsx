import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView, PersonView } from '#libs/views';
import { agencyName, agencyNames } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { personLabel } from './person-label.ts';

const tones: Readonly<Record<NonNullable<PersonView['consent']['status']>, Tone>> = {
  unconfirmed: 'warn',
  given: 'good',
  refused: 'bad',
  withdrawn: 'bad',
};
const commands: readonly OfferedCommand[] = [
  'record-consent',
  'confirm-consent',
  'withdraw-consent',
  'allow-support-meeting',
  'confirm-withdrawal',
];

/** The people of the household, each with the own consent, and on which meeting each could be. */
export function PersonPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  if (view.persons.length === 0) return null;
  return (
    <Section
      id="persons"
      title={t('person.title')}
      actions={<CommandButtons door={door} allowed={view.allowed} buttons={[{ form: 'confirm-withdrawal' }]} />}
    >
      <ul className="grid gap-5">
        {view.persons.map((person) => (
          <li key={person.id} className="print-whole border-b border-solid-gray-200 pb-5 last:border-b-0 last:pb-0">
            <Person person={person} view={view} door={door} />
          </li>
        ))}
      </ul>
      <BlockedList notAllowed={view.notAllowed} only={commands} />
    </Section>
  );
}

function Person({
  person,
  view,
  door,
}: {
  readonly person: PersonView;
  readonly view: CaseView;
  readonly door: FormDoor;
}): ReactNode {
  const { consent } = person;
  const label = personLabel(person);
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-std-17B-170">
        <span>{label}</span>
        {consent.status === null ? null : (
          <Chip tone={tones[consent.status]}>
            {t('person.consent', { status: t(`consentStatus.${consent.status}`) })}
          </Chip>
        )}
        {person.track === null ? null : <Chip>{t(`personTrack.${person.track}`)}</Chip>}
      </p>
      {person.masked ? <PersonalText text={null} masked /> : null}
      <ConsentFacts person={person} withdrawals={view.withdrawals} />
      <div className="no-print flex flex-wrap gap-2">
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[
            ...(person.name === null ? [] : [{ form: 'record-consent', target: person.id, about: label }]),
            ...(consent.unconfirmedFor === null && person.proposedConsent === null
              ? []
              : [{ form: 'confirm-consent', target: person.id, about: label, look: 'primary' as const }]),
            ...(consent.status === 'given' ? [{ form: 'withdraw-consent', target: person.id, about: label }] : []),
            ...(consent.status === 'refused' || consent.status === 'withdrawn'
              ? [{ form: 'allow-support-meeting', target: person.id, about: label }]
              : []),
          ]}
        />
      </div>
    </div>
  );
}

function ConsentFacts({
  person,
  withdrawals,
}: {
  readonly person: PersonView;
  readonly withdrawals: CaseView['withdrawals'];
}): ReactNode {
  const profile = useProfile();
  const { consent, proposedConsent: proposed } = person;
  return (
    <Facts>
      {consent.on === null || consent.method === null ? null : (
        <Fact label={t('person.consentHow')}>
          <DateText on={consent.on} today={profile.today} /> {t(`consentMethod.${consent.method}`)}
          {consent.takenBy === null ? '' : t('person.takenBy', { agency: agencyName(profile, consent.takenBy) })}
        </Fact>
      )}
      {consent.purposes.length === 0 ? null : (
        <Fact label={t('field.purposes')}>{consent.purposes.map((one) => t(`consentPurpose.${one}`)).join('、')}</Fact>
      )}
      {withdrawals.map(({ id, personId, how }) =>
        personId !== person.id || how === null ? null : (
          <Fact key={id} label={t('person.withdrawnHow')}>
            <DateText on={how.on} today={profile.today} /> {t(`consentMethod.${how.method}`)}
            {t('person.takenBy', { agency: agencyName(profile, how.takenBy) })}
            {how.representative === null ? null : (
              <>
                {' '}
                <PersonalText text={how.representative.nameText} masked={person.masked} />{' '}
                {t(`representativeGround.${how.representative.ground}`)}
              </>
            )}
          </Fact>
        ),
      )}
      {consent.representative === null ? null : (
        <Fact label={t('field.representative')}>
          <PersonalText text={consent.representative.nameText} masked={person.masked} />{' '}
          {t(`representativeGround.${consent.representative.ground}`)}
        </Fact>
      )}
      {consent.agencies.length === 0 ? null : (
        <Fact label={t('field.agencies')}>{agencyNames(profile, consent.agencies)}</Fact>
      )}
      {consent.unconfirmedFor === null ? null : (
        <Fact label={t('person.unconfirmed')}>
          {t('person.unconfirmedFor', { agency: agencyName(profile, consent.unconfirmedFor) })}
        </Fact>
      )}
      {proposed === null ? null : (
        <Fact label={t('person.unconfirmed')}>
          {t('person.proposed', {
            status: t(`consentStatus.${proposed.status}`),
            agency: agencyName(profile, proposed.takenBy ?? ''),
          })}
          {proposed.on === null || proposed.method === null ? null : (
            <>
              {' '}
              <DateText on={proposed.on} today={profile.today} /> {t(`consentMethod.${proposed.method}`)}
            </>
          )}
          {proposed.representative === null ? null : (
            <>
              {' '}
              <PersonalText text={proposed.representative.nameText} masked={person.masked} />{' '}
              {t(`representativeGround.${proposed.representative.ground}`)}
            </>
          )}
          {proposed.status !== 'given'
            ? null
            : ` ${t('person.proposedScope', {
                agencies: agencyNames(profile, proposed.agencies),
                purposes: proposed.purposes.map((one) => t(`consentPurpose.${one}`)).join('、'),
                classes: proposed.itemClasses.map((one) => t(`consentItemClass.${one}`)).join('、'),
              })}`}
        </Fact>
      )}
      {consent.itemClasses.length === 0 ? null : (
        <Fact label={t('field.itemClasses')}>
          {consent.itemClasses.map((one) => t(`consentItemClass.${one}`)).join('、')}
        </Fact>
      )}
      {consent.reviewOn === null ? null : (
        <Fact label={t('field.reviewOn')}>
          <DateText on={consent.reviewOn} today={profile.today} />
        </Fact>
      )}
      {person.supportTrackReasonText === null ? null : (
        <Fact label={t('person.trackReason')}>
          <PersonalText text={person.supportTrackReasonText} masked={person.masked} />
        </Fact>
      )}
      {person.meetings === null ? null : (
        <>
          <Fact label={t('meetingKind.supportMeeting')}>
            {person.meetings.supportMeeting.ok ? t('person.placeable') : person.meetings.supportMeeting.detail}
          </Fact>
          <Fact label={t('meetingKind.planMeeting')}>
            {person.meetings.planMeeting.ok ? t('person.placeable') : person.meetings.planMeeting.detail}
          </Fact>
        </>
      )}
    </Facts>
  );
}
