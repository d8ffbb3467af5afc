import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '#libs/views';
import { agencyName, useProfile } from '../api/profile-context.tsx';
import { useCase } from '../api/queries.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { Loaded } from '../components/load-state.tsx';
import { Page } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { CommandButtons } from '../record/command-buttons.tsx';
import { HistoryPanel } from '../record/history-panel.tsx';
import { NoticePanel } from '../record/notice-panel.tsx';
import { ObligationPanel } from '../record/obligation-panel.tsx';
import { StallBanner } from '../record/stall-banner.tsx';
import { UpcomingPanel } from '../record/upcoming-panel.tsx';
import { useFormDoor, type FormDoor } from '../record/use-form-door.ts';
import { AssessmentPanel } from './assessment-panel.tsx';
import { CaseFormDialog } from './case-form-dialog.tsx';
import { EndingPanel } from './ending-panel.tsx';
import { HandoffPanel } from './handoff-panel.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { StageBar } from './stage-bar.tsx';
import { SupportPanel } from './support-panel.tsx';
import { TrackPanel } from './track-panel.tsx';

/** ケース: where it stands, who owes what by when, what was done, what happens next by itself. */
export function CasePage(): ReactNode {
  const { id = '' } = useParams();
  const query = useCase(id);
  if (query.data === undefined) {
    return (
      <Page title={t('case.title')}>
        <Loaded query={query} lines={6}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return <Loaded query={query}>{(view) => <CaseContent view={view} />}</Loaded>;
}

function CaseContent({ view }: { readonly view: CaseView }): ReactNode {
  const door = useFormDoor();
  const closed = view.stage === 'closed' || view.stage === 'advised';
  return (
    <Page title={titleOf(view)} lead={<CaseLead view={view} />} actions={<CaseActions view={view} door={door} />}>
      <StallBanner stall={view.stall} />
      <StageBar view={view} />
      <div className="print-flow grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 gap-6 lg:order-1">
          <HandoffPanel view={view} door={door} />
          <PersonPanel view={view} door={door} />
          <MeetingPanel view={view} />
          <TrackPanel view={view} door={door} />
          <AssessmentPanel view={view} door={door} />
          <PlanPanel view={view} door={door} />
          <SupportPanel view={view} door={door} />
          <EndingPanel view={view} door={door} />
          <IntakePanel view={view} />
          <HistoryPanel history={view.history} />
        </div>
        <div className="order-1 grid min-w-0 gap-6 lg:order-2">
          <ObligationPanel kind="support-case" recordId={view.id} obligations={view.obligations} closed={closed} />
          <UpcomingPanel upcoming={view.upcoming} />
          <NoticePanel notices={view.notices} />
        </div>
      </div>
      <CaseFormDialog view={view} door={door} />
    </Page>
  );
}

function titleOf(view: CaseView): string {
  const person = view.persons.find(({ role }) => role === 'person');
  if (person?.name === null || person?.name === undefined) return t('case.titleOf', { number: view.number });
  return view.persons.length > 1
    ? t('case.titleHousehold', { number: view.number, name: person.name, others: view.persons.length - 1 })
    : t('case.titlePerson', { number: view.number, name: person.name });
}

function CaseLead({ view }: { readonly view: CaseView }): ReactNode {
  const profile = useProfile();
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        {view.urgent ? <Chip tone="strong">{t('case.urgent')}</Chip> : null}
        <Chip tone="info">{t(`stage.${view.stage}`)}</Chip>
        {view.track.state === 'none' || view.track.state === 'ended' ? null : (
          <Chip>{t('case.onTrack', { state: t(`trackState.${view.track.state}`) })}</Chip>
        )}
        {view.round > 1 ? <Chip>{t('case.round', { round: view.round })}</Chip> : null}
      </p>
      <Facts>
        <Fact label={t('case.leadAgency')}>{agencyName(profile, view.leadAgency)}</Fact>
        <Fact label={t('case.personInCharge')}>
          {view.personInCharge.displayName ?? <Chip tone="bad">{t('stallCause.personInChargeVacant')}</Chip>}
        </Fact>
        <Fact label={t('case.openedOn')}>
          <DateText on={view.openedOn} full />
        </Fact>
      </Facts>
    </div>
  );
}

function CaseActions({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  return (
    <>
      <CommandButtons
        door={door}
        allowed={view.allowed}
        buttons={[
          { form: 'screen-case', look: 'primary' },
          { form: 'reopen-case' },
          { form: 'set-person-in-charge' },
          { form: 'mark-urgent' },
          { form: 'release-agency' },
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
