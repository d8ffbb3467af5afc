import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseView } from '#libs/views';
import { useOffice } from '../api/profile-context.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { mayPrepareSitting } from '../work/may-begin.ts';
import { MeetingRequests } from './meeting-request-panel.tsx';
import { useEntries } from './older-entries.tsx';
import { relationLabel } from './person-label.ts';

const opensSittings = ['intake', 'closed', 'advised', 'followUp'];

const kinds = ['supportMeeting', 'planMeeting'] as const;

/** Whether somebody of the household can be on a meeting of that kind; who prepares it is told by the server where the page does not know. */
const placeable = ({ persons }: CaseView, kind: (typeof kinds)[number]): boolean =>
  persons.some(({ meetings }) => meetings?.[kind].ok !== false);

/**
 * After a refusal a 支援会議 is asked for all the same: the manager writes down why, or the secretariat sends it back. A 重層的支援会議 rests on
 * consent: it is asked for by who knows of one.
 */
const askable = ({ persons }: CaseView, kind: (typeof kinds)[number]): boolean =>
  kind === 'supportMeeting' || persons.some(({ meetings }) => meetings?.planMeeting.ok === true);

/** 案件: the sittings this case stands on, and the way to put it on one: for the desk that opens sittings itself, for the others by asking it. */
export function MeetingPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const { profile, session } = useOffice();
  const nameOf = (personId: string): string => {
    const person = view.persons.find(({ id }) => id === personId);
    return person?.name ?? (person === undefined ? '' : relationLabel(person));
  };
  const isSecretariat = mayPrepareSitting(session, profile);
  const mayPlace = !opensSittings.includes(view.stage) && isSecretariat;
  const { entries, more } = useEntries(view, 'placements');
  // Nobody asks oneself.
  const mayAsk = !isSecretariat && view.allowed.includes('request-meeting');
  if (entries.length === 0 && view.meetingRequests.length === 0 && !mayPlace && !mayAsk) return null;
  const isAsked = (kind: (typeof kinds)[number]): boolean =>
    view.meetingRequests.some((one) => one.state === 'open' && one.kind === kind);
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
        ) : mayAsk ? (
          <>
            {kinds
              .filter((kind) => askable(view, kind) && !isAsked(kind))
              .map((kind) => (
                <Button
                  key={kind}
                  look="secondary"
                  onClick={() => {
                    door.open('request-meeting', kind);
                  }}
                >
                  {t(kind === 'supportMeeting' ? 'meeting.askSupport' : 'meeting.askPlan')}
                </Button>
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
      <MeetingRequests view={view} door={door} mayPlace={mayPlace} />
      {isSecretariat ? null : <BlockedList notAllowed={view.notAllowed} only={['request-meeting']} />}
    </Section>
  );
}
