import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { agencyName, agencyNames } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useSitting } from '../api/queries.ts';
import type { HistoryEntry, ProfileView, SittingView } from '#libs/views';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { LoadedPage } from '../components/loaded-page.tsx';
import { Modal } from '../components/modal.tsx';
import { Section } from '../components/page.tsx';
import { hours } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { FormDialog } from '../record/form-dialog.tsx';
import { HistoryPanel } from '../record/history-panel.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useNews } from '../record/use-news.ts';
import { useFormDoor, type FormDoor } from '../record/use-form-door.ts';
import { BasisBanner } from './basis-banner.tsx';
import { basisNote } from './basis-note.ts';
import { ChooseCase } from './choose-case.tsx';
import { InvitationPanel } from './invitation-panel.tsx';
import { ItemPanel } from './item-panel.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MovePreview } from './move-preview.tsx';
import { placeOf } from './sitting-asking.ts';
import { sittingForms } from './sitting-forms.ts';
import { sittingName } from './sitting-name.ts';
import { sittingPanelCommands } from './sitting-panel-commands.ts';

/** 会議: who answered, what is missing, holding it, what came of each item. */
export function SittingPage(): ReactNode {
  const { id = '' } = useParams();
  useNews(`/api/sittings/${id}`, ['sitting', id]);
  return (
    <LoadedPage query={useSitting(id)} title={t('sittingList.title')}>
      {(view) => <SittingContent view={view} />}
    </LoadedPage>
  );
}

function SittingContent({ view }: { readonly view: SittingView }): ReactNode {
  const profile = useProfile();
  const door = useFormDoor();
  return (
    <RecordPage
      kind="sitting"
      view={view}
      closed={(view.stage === 'closed' || view.stage === 'cancelled') && view.obligations.length === 0}
      title={sittingName(view)}
      name={sittingName(view)}
      lead={<SittingLead view={view} />}
      door={door}
      buttons={[
        { form: 'call-sitting', look: 'primary' },
        { form: 'acknowledge-secrecy', look: 'primary' },
        { form: 'hold-sitting', look: 'primary' },
        { form: 'move-sitting' },
        { form: 'cancel-sitting', look: 'danger' },
      ]}
      inPanels={sittingPanelCommands}
      above={
        <BlockedList
          notAllowed={view.notAllowed}
          only={['call-sitting', 'acknowledge-secrecy', 'hold-sitting', 'move-sitting', 'cancel-sitting']}
        />
      }
      dialog={<SittingDialog view={view} door={door} />}
    >
      <ItemPanel view={view} door={door} />
      <InvitationPanel view={view} door={door} />
      <Attendance view={view} />
      <HistoryPanel address={`/api/sittings/${view.id}`} history={view.history} about={aboutLine(view, profile)} />
    </RecordPage>
  );
}

/** Which 案件 and which agency a line of the history is about. */
const aboutLine =
  ({ items, invitations }: SittingView, profile: ProfileView) =>
  ({ params }: HistoryEntry): string | undefined => {
    const item = items.find(({ itemId }) => itemId === params['itemId']);
    const invitation = invitations.find(({ id }) => id === params['invitationId']);
    if (item !== undefined) return item.caseNumber;
    // One that was taken off again is named by its own line.
    if (typeof params['caseNumber'] === 'string' && params['caseNumber'] !== '') return params['caseNumber'];
    return invitation === undefined ? undefined : agencyName(profile, invitation.agency);
  };

function SittingDialog({ view, door }: { readonly view: SittingView; readonly door: FormDoor }): ReactNode {
  if (door.form === 'add-item') {
    return (
      <Modal title={t('command.add-item')} onClose={door.close}>
        <ChooseCase view={view} />
      </Modal>
    );
  }
  return (
    <FormDialog
      forms={sittingForms}
      view={view}
      title={sittingName(view)}
      address={`/api/sittings/${view.id}`}
      door={door}
      below={{
        'call-sitting': <MailPreview id={view.id} />,
        'move-sitting': (values) => <MovePreview view={view} values={values} />,
      }}
    />
  );
}

function SittingLead({ view }: { readonly view: SittingView }): ReactNode {
  const profile = useProfile();
  // Before it is held, to whoever may still call it off.
  const body = view.allowed.includes('cancel-sitting')
    ? profile.bodies.find(({ code }) => code === view.body)
    : undefined;
  const note = body === undefined ? null : basisNote(body, view.heldOn);
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        <Chip tone="info">{t(`sittingStage.${view.stage}`)}</Chip>
        {view.sequence > 0 && view.stage !== 'cancelled' ? (
          <Chip>{t('sitting.changed', { count: view.sequence })}</Chip>
        ) : null}
      </p>
      <BasisBanner notes={note === null ? [] : [note]} />
      <Facts>
        <Fact label={t('sitting.when')}>
          <DateText on={view.heldOn} full /> <span className="inline-block">{hours(view.startsAt, view.endsAt)}</span>
        </Fact>
        <Fact label={t('field.placeText')}>{placeOf(view) ?? t('text.unknown')}</Fact>
        {view.urgentReasonText === null ? null : (
          <Fact label={t('sitting.urgentReason')}>
            <PersonalText text={view.urgentReasonText} />
          </Fact>
        )}
      </Facts>
    </div>
  );
}

/** Who was there, and that everybody was told of the duty of secrecy. */
function Attendance({ view }: { readonly view: SittingView }): ReactNode {
  const profile = useProfile();
  if (view.attendance === null) return null;
  return (
    <Section title={t('sitting.attendance')}>
      <Facts>
        <Fact label={t('field.present')}>{agencyNames(profile, view.attendance.present)}</Fact>
        <Fact label={t('field.acknowledgement')}>{t(`acknowledgement.${view.attendance.acknowledgement}`)}</Fact>
        <Fact label={t('field.chair')}>{t(`chair.${view.attendance.chair}`)}</Fact>
      </Facts>
    </Section>
  );
}
