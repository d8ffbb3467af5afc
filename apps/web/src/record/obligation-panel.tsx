import type { RecordKind } from '#libs/contracts';
import type { ReactNode } from 'react';
import { useOffice } from '../api/profile-context.tsx';
import type { ObligationView } from '#libs/views';
import { LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Empty } from '../components/load-state.tsx';
import { Section } from '../components/page.tsx';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { wayToDo } from './way-to-do.ts';
import { Who } from './who.tsx';

interface ObligationPanelProps {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly obligations: readonly ObligationView[];
  readonly closed: boolean;
}

/** Which person owes what by when; what is mine can be done at once. What settles itself stands under 次に自動で起きること. */
export function ObligationPanel({ kind, recordId, obligations, closed }: ObligationPanelProps): ReactNode {
  const { session, profile } = useOffice();
  const tasks = obligations.filter(({ byItself }) => !byItself);
  return (
    <Section title={t('owed.title')}>
      {tasks.length === 0 ? (
        <Empty title={t(closed ? 'owed.closed' : obligations.length === 0 ? 'owed.none' : 'owed.byItself')} />
      ) : (
        <ol className="grid gap-4">
          {tasks.map((owed) => (
            <li key={owed.key} className="grid gap-1 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0">
              <p className="font-700">{t(`obligation.${owed.kind}`)}</p>
              <p>
                <Who holder={owed.holder} name={owed.holderName} />
              </p>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span>
                  {t('owed.until')} <DateText on={owed.dueOn} today={profile.today} />
                </span>
                {owed.overdue ? <Chip tone="bad">{t('date.overdue')}</Chip> : null}
                {owed.dueOn === profile.today && !owed.overdue ? <Chip tone="warn">{t('owed.today')}</Chip> : null}
              </p>
              {owed.steps.some((step) => step.taken) ? (
                <p className="text-solid-gray-700">
                  {owed.steps
                    .filter((step) => step.taken)
                    .map((step) => t('owed.stepTaken', { step: t(`step.${step.step}`), on: shortDate(step.on) }))
                    .join('、')}
                </p>
              ) : null}
              {owed.holder.agency === session.agency ? (
                <LinkButton
                  to={wayToDo({ kind, recordId, obligationKind: owed.kind, about: owed.about })}
                  look={owed.blocking ? 'primary' : 'secondary'}
                  className="no-print mt-1 justify-self-start"
                >
                  {t('owed.do')}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
