import type { ReactNode } from 'react';
import type { CaseView, MeetingRequestView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useOffice } from '../api/profile-context.tsx';
import { LinkButton } from '../components/button.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { t } from '../messages/translate.ts';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { useEntries } from './older-entries.tsx';
import { personLabel } from './person-label.ts';

const tones: Readonly<Record<MeetingRequestView['state'], Tone>> = {
  open: 'warn',
  taken: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
};

interface InPanel {
  readonly view: CaseView;
  readonly door: FormDoor;
  /** The viewer's desk may put the case on a meeting. */
  readonly mayPlace: boolean;
}

/** 案件化の依頼: what was asked of the secretariat and what it answered. */
export function MeetingRequests({ view, door, mayPlace }: InPanel): ReactNode {
  const { entries, more } = useEntries(view, 'meetingRequests');
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 text-std-17B-170">{t('meetingRequest.title')}</h3>
      <ul className="grid gap-4">
        {entries.map((request) => (
          <li
            key={request.id}
            className="print-whole grid gap-2 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0"
          >
            <Request request={request} view={view} door={door} mayPlace={mayPlace} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Request({ request, view, door, mayPlace }: InPanel & { readonly request: MeetingRequestView }): ReactNode {
  const { profile, session } = useOffice();
  const owed = view.obligations.find(({ kind, about }) => kind === 'meeting-request' && about === request.id);
  const { kind, purpose, state } = request;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{t('meetingRequest.line', { kind: t(`meetingKind.${kind}`), purpose: t(`purpose.${purpose}`) })}</span>
        <Chip tone={tones[state]}>{t(`meetingRequestState.${state}`)}</Chip>
        {owed?.overdue ? <Chip tone="bad">{t('date.overdue')}</Chip> : null}
      </p>
      <Facts>
        <Fact label={t('meetingRequest.by')}>{agencyName(profile, request.by)}</Fact>
        <Fact label={t('field.personIds')}>
          {view.persons
            .filter(({ id }) => request.personIds.includes(id))
            .map(personLabel)
            .join('、')}
        </Fact>
        <Fact label={t('meetingRequest.askedOn')}>
          <DateText on={request.askedOn} today={profile.today} />
        </Fact>
        {owed === undefined ? null : (
          <Fact label={t('handoff.dueOn')}>
            <DateText on={owed.dueOn} today={profile.today} />
          </Fact>
        )}
        {request.answeredOn === null || state === 'withdrawn' ? null : (
          <Fact label={t('handoff.answeredOn')}>
            <DateText on={request.answeredOn} today={profile.today} />
          </Fact>
        )}
        <Fact label={t('field.reasonText')}>
          <PersonalText text={request.reasonText} masked={request.masked} />
        </Fact>
        {state === 'declined' ? (
          <Fact label={t('meetingRequest.whyNot')}>
            <PersonalText text={request.answerText} masked={request.masked} />
          </Fact>
        ) : null}
      </Facts>
      {state === 'open' ? (
        <div className="no-print flex flex-wrap gap-2">
          {mayPlace ? (
            <LinkButton to={`/sittings/new?case=${view.id}&kind=${kind}`}>
              {t(kind === 'supportMeeting' ? 'meeting.putOnSupport' : 'meeting.putOnPlan')}
            </LinkButton>
          ) : null}
          <CommandButtons
            door={door}
            allowed={view.allowed}
            buttons={[
              { form: 'decline-meeting-request', target: request.id },
              ...(request.by === session.agency ? [{ form: 'withdraw-meeting-request', target: request.id }] : []),
            ]}
          />
        </div>
      ) : null}
    </>
  );
}
