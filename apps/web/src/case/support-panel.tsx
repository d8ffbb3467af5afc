import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useOffice, useProfile } from '../api/profile-context.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { byDay, useEntries } from './older-entries.tsx';

const taskTones: Readonly<Record<CaseView['tasks'][number]['state'], Tone>> = {
  open: 'warn',
  done: 'good',
  impossible: 'bad',
  handedOver: 'neutral',
};
const commands: readonly OfferedCommand[] = ['finish-task', 'acknowledge-role', 'record-monitoring', 'evaluate-now'];

/** 決定事項 from the meetings, and the モニタリング of the support that runs. */
export function SupportPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const { session, profile } = useOffice();
  const owesWord = view.plans.some(
    ({ state, roles }) =>
      state === 'decided' &&
      roles.some(
        ({ agency, acknowledgedOn }) =>
          [agency, profile.coordinatingBody].includes(session.agency) && acknowledgedOn === null,
      ),
  );
  const isTime = commands.some((command) => view.allowed.includes(command));
  if (view.tasks.length === 0 && view.monitoringEntries.length === 0 && !isTime) return null;
  return (
    <Section
      folds
      id="support"
      title={t('support.title')}
      actions={
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[
            ...(owesWord ? [{ form: 'acknowledge-role' }] : []),
            { form: 'record-monitoring' },
            { form: 'evaluate-now' },
          ]}
        />
      }
    >
      <Tasks view={view} door={door} />
      <Monitoring view={view} />
      <BlockedList notAllowed={view.notAllowed} only={commands} />
    </Section>
  );
}

function Tasks({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const profile = useProfile();
  const { entries, more } = useEntries(view, 'tasks');
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="font-700">{t('support.tasks')}</h3>
      <ul className="mt-2 grid gap-3">
        {entries.map((task) => (
          <li key={task.id} className="grid gap-1 border-b border-solid-gray-200 pb-3 last:border-b-0">
            <PersonalText text={task.text} masked={task.masked} />
            <p className="flex flex-wrap items-center gap-3">
              <span>{agencyName(profile, task.agency)}</span>
              <span>
                {t('owed.until')} <DateText on={task.dueOn} today={profile.today} />
              </span>
              <Chip tone={taskTones[task.state]}>{t(`taskState.${task.state}`)}</Chip>
            </p>
            {task.state === 'open' ? (
              <div className="no-print">
                <CommandButtons
                  door={door}
                  allowed={view.allowed}
                  buttons={[{ form: 'finish-task', target: task.id }]}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Monitoring({ view }: { readonly view: CaseView }): ReactNode {
  const profile = useProfile();
  const { monitoring } = view;
  const { entries, more } = useEntries(view, 'monitoringEntries');
  const nextOn = view.stage === 'support' ? monitoring.nextOn : null;
  if (entries.length === 0 && nextOn === null) return null;
  return (
    <div className="mt-4 first:mt-0">
      <h3 className="font-700">{t('support.monitoring')}</h3>
      {nextOn === null ? null : (
        <p>
          {t('support.nextMonitoring')} <DateText on={nextOn} today={profile.today} />
        </p>
      )}
      <ul className="mt-2 grid gap-3">
        {byDay(entries).map((entry) => (
          <li key={entry.id} className="grid gap-1 border-b border-solid-gray-100 pb-3 last:border-b-0">
            <p className="flex flex-wrap gap-3">
              <DateText on={entry.on} today={profile.today} />
              {entry.method === null ? null : <span>{t(`contactMethod.${entry.method}`)}</span>}
              <span className="text-solid-gray-700">{agencyName(profile, entry.by)}</span>
            </p>
            <PersonalText text={entry.text} masked={entry.masked} />
          </li>
        ))}
      </ul>
      {more}
    </div>
  );
}
