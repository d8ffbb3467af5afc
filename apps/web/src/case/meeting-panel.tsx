import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseView } from '#libs/views';
import { useOffice } from '../api/profile-context.tsx';
import { LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { mayPrepareSitting } from '../work/may-begin.ts';
import { useEntries } from './older-entries.tsx';
import { relationLabel } from './person-label.ts';

const opensSittings = ['intake', 'closed', 'advised', 'followUp'];

const kinds = ['supportMeeting', 'planMeeting'] as const;

/** Whether somebody of the household can be on a meeting of that kind; where it is not known, the server says. */
const placeable = ({ persons }: CaseView, kind: (typeof kinds)[number]): boolean =>
  persons.some(({ meetings }) => meetings?.[kind].ok !== false);

/** 案件: the sittings this case stands on, and the way to put it on one. */
export function MeetingPanel({ view }: { readonly view: CaseView }): ReactNode {
  const { profile, session } = useOffice();
  const nameOf = (personId: string): string => {
    const person = view.persons.find(({ id }) => id === personId);
    return person?.name ?? (person === undefined ? '' : relationLabel(person));
  };
  const mayPlace = !opensSittings.includes(view.stage) && mayPrepareSitting(session, profile);
  const { entries, more } = useEntries(view, 'placements');
  if (entries.length === 0 && !mayPlace) return null;
  return (
    <Section
      folds
      id="meetings"
      title={t('meeting.title')}
      actions={
        mayPlace ? (
          <>
            {kinds
              .filter((kind) => placeable(view, kind))
              .map((kind) => (
                <LinkButton key={kind} to={`/sittings/new?case=${view.id}&kind=${kind}`}>
                  {t(kind === 'supportMeeting' ? 'meeting.putOnSupport' : 'meeting.putOnPlan')}
                </LinkButton>
              ))}
          </>
        ) : undefined
      }
    >
      {entries.length === 0 ? <p>{t('meeting.none')}</p> : null}
      <ul className="grid gap-4">
        {entries.map((placement) => (
          <li
            key={placement.itemId}
            className="grid gap-1 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to={`/sittings/${placement.sittingId}`}
                className="font-700 text-blue-900 underline underline-offset-4"
              >
                {t(`meetingKind.${placement.kind}`)} <DateText on={placement.heldOn} today={profile.today} />
              </Link>
              {placement.frozen ? <Chip tone="warn">{t('meeting.frozen')}</Chip> : null}
              {placement.masked ? null : placement.result === null ? (
                <Chip tone="info">{t('meeting.ahead')}</Chip>
              ) : (
                <Chip tone="good">{t(`disposition.${placement.result}`)}</Chip>
              )}
            </p>
            {placement.purpose === null ? (
              <PersonalText text={null} masked={placement.masked} />
            ) : (
              <p>
                {t('meeting.itemLine', {
                  purpose: t(`purpose.${placement.purpose}`),
                  persons: placement.personIds.map(nameOf).join('、'),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
