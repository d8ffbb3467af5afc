import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { byDay, useEntries } from './older-entries.tsx';

const commands: readonly OfferedCommand[] = [
  'confirm-candidate',
  'dismiss-candidate',
  'record-pre-contact',
  'record-contact',
  'review-track',
];

/** 支援会議での検討: what runs without consent, beside the stages. */
export function TrackPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const profile = useProfile();
  const { track } = view;
  const { entries: contacts, more } = useEntries(view, 'contacts');
  if ((track.state === null || track.state === 'none') && contacts.length === 0) return null;
  return (
    <Section
      folds
      id="track"
      title={t('track.title')}
      note={t('track.note')}
      actions={
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[
            { form: 'decide-candidate', sends: ['confirm-candidate', 'dismiss-candidate'], look: 'primary' },
            { form: 'record-pre-contact' },
            { form: 'record-contact' },
            { form: 'review-track' },
          ]}
        />
      }
    >
      <Facts>
        {track.state === null ? null : <Fact label={t('track.state')}>{t(`trackState.${track.state}`)}</Fact>}
        {track.nextReviewOn === null ? null : (
          <Fact label={t('field.nextReviewOn')}>
            <DateText on={track.nextReviewOn} today={profile.today} />
          </Fact>
        )}
        {track.outreach === null ? null : (
          <>
            <Fact label={t('track.outreachBy')}>{agencyName(profile, track.outreach.agency)}</Fact>
            <Fact label={t('track.preContact')}>
              {track.outreach.preContactOn === null ? (
                t('track.preContactDue', { on: shortDate(track.outreach.dueOn, profile.today) })
              ) : (
                <>
                  <DateText on={track.outreach.preContactOn} today={profile.today} />{' '}
                  <PersonalText text={track.outreach.preContactText} masked={track.outreach.masked} />
                </>
              )}
            </Fact>
            <Fact label={t('track.contacts')}>
              {track.outreach.met === null ? (
                <PersonalText text={null} masked />
              ) : (
                t('track.contactCount', { contacts: track.outreach.contacts, met: track.outreach.met })
              )}
            </Fact>
          </>
        )}
      </Facts>
      {view.obligations.some(({ kind }) => kind === 'track-placement') ? (
        <p className="mt-3">{t('track.placementOwed')}</p>
      ) : null}
      {contacts.length === 0 ? null : (
        <ul className="mt-4 grid gap-3 border-t border-solid-gray-200 pt-4">
          {byDay(contacts).map((contact) => (
            <li key={contact.id} className="grid gap-1">
              <p className="flex flex-wrap items-center gap-3">
                <DateText on={contact.on} today={profile.today} />
                {contact.method === null ? null : <span>{t(`contactMethod.${contact.method}`)}</span>}
                {contact.result === null ? null : (
                  <Chip tone={contact.result === 'met' ? 'good' : 'neutral'}>
                    {t(`contactResult.${contact.result}`)}
                  </Chip>
                )}
                <span className="text-solid-gray-700">{agencyName(profile, contact.by)}</span>
              </p>
              <PersonalText text={contact.text} masked={contact.masked} />
            </li>
          ))}
        </ul>
      )}
      {more}
      <BlockedList notAllowed={view.notAllowed} only={commands} />
    </Section>
  );
}
