import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { agencyNames, useProfile } from '../api/profile-context.tsx';
import { useSitting } from '../api/queries.ts';
import type { SittingView } from '#libs/views';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Loaded } from '../components/load-state.tsx';
import { Page, Section } from '../components/page.tsx';
import { hours } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import { HistoryPanel } from '../record/history-panel.tsx';
import { ObligationPanel } from '../record/obligation-panel.tsx';
import { StallBanner } from '../record/stall-banner.tsx';
import { UpcomingPanel } from '../record/upcoming-panel.tsx';
import { useFormDoor, type FormDoor } from '../record/use-form-door.ts';
import { InvitationPanel } from './invitation-panel.tsx';
import { ItemPanel } from './item-panel.tsx';
import { placeOf } from './sitting-form.ts';
import { SittingFormDialog } from './sitting-form-dialog.tsx';

/** 会議: who answered, what is missing, holding it, what came of each item. */
export function SittingPage(): ReactNode {
  const { id = '' } = useParams();
  const query = useSitting(id);
  if (query.data === undefined) {
    return (
      <Page title={t('sittingList.title')}>
        <Loaded query={query} lines={6}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return <Loaded query={query}>{(view) => <SittingContent view={view} />}</Loaded>;
}

function SittingContent({ view }: { readonly view: SittingView }): ReactNode {
  const door = useFormDoor();
  const closed = view.stage === 'closed' || view.stage === 'cancelled';
  return (
    <Page
      title={t('sitting.name', { name: view.name, ordinal: view.ordinal })}
      lead={<SittingLead view={view} />}
      actions={<SittingActions view={view} door={door} />}
    >
      <StallBanner stall={view.stall} />
      <div className="print-flow grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 gap-6 lg:order-1">
          <ItemPanel view={view} door={door} />
          <InvitationPanel view={view} door={door} />
          <Attendance view={view} />
          <HistoryPanel history={view.history} />
          <BlockedList
            notAllowed={view.notAllowed}
            only={['call-sitting', 'hold-sitting', 'move-sitting', 'cancel-sitting']}
          />
        </div>
        <div className="order-1 grid min-w-0 gap-6 lg:order-2">
          <ObligationPanel kind="sitting" recordId={view.id} obligations={view.obligations} closed={closed} />
          <UpcomingPanel upcoming={view.upcoming} />
        </div>
      </div>
      <SittingFormDialog view={view} door={door} />
    </Page>
  );
}

function SittingLead({ view }: { readonly view: SittingView }): ReactNode {
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        <Chip tone="info">{t(`sittingStage.${view.stage}`)}</Chip>
        {view.sequence > 0 && view.stage !== 'cancelled' ? (
          <Chip>{t('sitting.changed', { count: view.sequence })}</Chip>
        ) : null}
      </p>
      <Facts>
        <Fact label={t('sitting.when')}>
          <DateText on={view.heldOn} full /> {hours(view.startsAt, view.endsAt)}
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

function SittingActions({ view, door }: { readonly view: SittingView; readonly door: FormDoor }): ReactNode {
  return (
    <>
      <CommandButtons
        door={door}
        allowed={view.allowed}
        buttons={[
          { form: 'call-sitting', look: 'primary' },
          { form: 'hold-sitting', look: 'primary' },
          { form: 'move-sitting' },
          { form: 'cancel-sitting', look: 'danger' },
        ]}
      />
      <Button
        onClick={() => {
          window.print();
        }}
      >
        {t('action.print')}
      </Button>
    </>
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
