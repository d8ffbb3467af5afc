import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useCase } from '../api/queries.ts';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { LoadedPage } from '../components/loaded-page.tsx';
import { t } from '../messages/translate.ts';
import { FormDialog } from '../record/form-dialog.tsx';
import { HistoryPanel } from '../record/history-panel.tsx';
import { NoticePanel } from '../record/notice-panel.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useNews } from '../record/use-news.ts';
import { useFormDoor } from '../record/use-form-door.ts';
import { AssessmentPanel } from './assessment-panel.tsx';
import { caseForms } from './case-forms.ts';
import { casePanelCommands } from './case-panel-commands.ts';
import { EndingPanel } from './ending-panel.tsx';
import { HandoffPanel } from './handoff-panel.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { StageBar } from './stage-bar.tsx';
import { SupportPanel } from './support-panel.tsx';
import { TrackPanel } from './track-panel.tsx';

/** Who answers a つなぎ so has no more part in the case: its page would only say that it is not to be seen. */
const leaving: ReadonlySet<string> = new Set(['decline-handoff', 'advise-on-handoff']);

/** ケース: where it stands, who owes what by when, what was done, what happens next by itself. */
export function CasePage(): ReactNode {
  const { id = '' } = useParams();
  useNews(`/api/cases/${id}`, ['case', id]);
  return (
    <LoadedPage query={useCase(id)} title={t('case.title')}>
      {(view) => <CaseContent view={view} />}
    </LoadedPage>
  );
}

function CaseContent({ view }: { readonly view: CaseView }): ReactNode {
  const door = useFormDoor();
  return (
    <RecordPage
      kind="support-case"
      view={view}
      closed={view.stage === 'closed' || view.stage === 'advised'}
      title={titleOf(view)}
      lead={<CaseLead view={view} />}
      door={door}
      buttons={[{ form: 'screen-case', look: 'primary' }]}
      inPanels={casePanelCommands}
      above={<StageBar view={view} />}
      beside={<NoticePanel address={`/api/cases/${view.id}`} notices={view.notices} />}
      dialog={
        <FormDialog
          forms={caseForms}
          view={view}
          title={view.number}
          address={`/api/cases/${view.id}`}
          door={door}
          leaving={leaving}
        />
      }
    >
      <HandoffPanel view={view} door={door} />
      <PersonPanel view={view} door={door} />
      <MeetingPanel view={view} door={door} />
      <TrackPanel view={view} door={door} />
      <AssessmentPanel view={view} door={door} />
      <PlanPanel view={view} door={door} />
      <SupportPanel view={view} door={door} />
      <EndingPanel view={view} door={door} />
      <IntakePanel view={view} />
      <HistoryPanel address={`/api/cases/${view.id}`} history={view.history} />
    </RecordPage>
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
        {view.track.state === null || view.track.state === 'none' || view.track.state === 'ended' ? null : (
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
