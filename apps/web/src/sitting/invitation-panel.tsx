import type { ReactNode } from 'react';
import { agencyName, agencyNames } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import type { InvitationView, SittingView } from '#libs/views';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText, InstantText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { enteredText } from '../record/call-words.ts';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { convenerIn } from './convener-in.ts';
import { readinessOf } from './readiness.ts';

const deliveryTones: Readonly<Record<InvitationView['delivery']['state'], Tone>> = {
  none: 'neutral',
  queued: 'info',
  sent: 'good',
  failed: 'bad',
  phone: 'warn',
  superseded: 'neutral',
};

/** 開催通知 and 出欠回答: to whom it went, whether it arrived, who answered, whom to ring up. */
export function InvitationPanel({ view, door }: { readonly view: SittingView; readonly door: FormDoor }): ReactNode {
  const profile = useProfile();
  return (
    <Section
      title={t('sitting.invitations')}
      note={
        view.replyDueOn === null ? undefined : (
          <>
            {t('sitting.replyDue')} <DateText on={view.replyDueOn} today={profile.today} />
          </>
        )
      }
      actions={<CommandButtons door={door} allowed={view.allowed} buttons={[{ form: 'add-invitee' }]} />}
    >
      {view.invitations.length === 0 ? (
        <p>{t(view.stage === 'preparing' ? 'sitting.notCalled' : 'sitting.noInvitationShown')}</p>
      ) : (
        <Ready view={view} />
      )}
      <p className="mt-2 text-solid-gray-700">
        {t('sitting.convenerPresent', { agency: agencyName(profile, convenerIn(view, profile)) })}
      </p>
      <ul className="mt-3 grid">
        {view.invitations.map((invitation) => (
          <Line key={invitation.id} invitation={invitation} view={view} door={door} />
        ))}
      </ul>
      <BlockedList notAllowed={view.notAllowed} only={['answer-invitation', 'add-invitee']} />
    </Section>
  );
}

function Ready({ view }: { readonly view: SittingView }): ReactNode {
  const profile = useProfile();
  const { invited, answered, requiredSilent, requiredAbsent } = readinessOf(view.invitations);
  // Where nobody must be there, nothing is ready or missing: only how many have answered.
  if (view.stage !== 'called' || !view.invitations.some(({ required }) => required))
    return <p>{t('sittingList.replies', { answered, invited })}</p>;
  const isReady = requiredSilent.length === 0 && requiredAbsent.length === 0;
  return (
    <Banner tone={isReady ? 'good' : 'warn'} title={t(isReady ? 'sitting.ready' : 'sitting.notReady')}>
      <p>{t('sittingList.replies', { answered, invited })}</p>
      {requiredSilent.length === 0 ? null : (
        <p>{t('sitting.requiredSilent', { agencies: agencyNames(profile, requiredSilent) })}</p>
      )}
      {requiredAbsent.length === 0 ? null : (
        <p>{t('sitting.requiredAbsent', { agencies: agencyNames(profile, requiredAbsent) })}</p>
      )}
    </Banner>
  );
}

function Line({
  invitation,
  view,
  door,
}: {
  readonly invitation: InvitationView;
  readonly view: SittingView;
  readonly door: FormDoor;
}): ReactNode {
  const profile = useProfile();
  const name = agencyName(profile, invitation.agency);
  const { delivery, reply } = invitation;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-3 last:border-b-0 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_minmax(0,1fr)_9.5rem]">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-700">{name}</span>
        {invitation.required ? <Chip>{t('sitting.required')}</Chip> : null}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-solid-gray-800">
        <Chip tone={deliveryTones[delivery.state]}>{t(`delivery.${delivery.state}`)}</Chip>
        {delivery.sentAt === null ? null : <InstantText at={delivery.sentAt} />}
        {invitation.reminders > 0 ? <span>{t('sitting.reminders', { count: invitation.reminders })}</span> : null}
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {reply === null ? (
          <Chip tone="warn">{t('sitting.noReply')}</Chip>
        ) : (
          <Chip tone={reply === 'absent' ? 'bad' : 'good'}>{t(`reply.${reply}`)}</Chip>
        )}
        {invitation.proxyText === null ? null : <span>{t('sitting.proxy', { name: invitation.proxyText })}</span>}
        {reply !== null && invitation.via === 'office' ? (
          <span className="text-solid-gray-700">
            {invitation.entered === null ? t('sitting.viaOffice') : enteredText(invitation.entered)}
          </span>
        ) : null}
        {invitation.late ? <Chip tone="warn">{t('sitting.late')}</Chip> : null}
        {view.stage === 'called' && reply === null && invitation.phoned === 'asked' ? (
          <Chip tone="bad">{t('sitting.toPhone')}</Chip>
        ) : null}
      </span>
      <span className="no-print">
        {view.allowed.includes('answer-invitation') ? (
          <Button
            look={reply === null ? 'secondary' : 'quiet'}
            aria-label={`${t(reply === null ? 'sitting.enterReply' : 'sitting.changeReply')}(${name})`}
            onClick={() => {
              door.open('answer-invitation', invitation.id);
            }}
          >
            {t(reply === null ? 'sitting.enterReply' : 'sitting.changeReply')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
