import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { WorkItem } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useOffice, useProfile } from '../api/profile-context.tsx';
import { useMyWork } from '../api/queries.ts';
import { LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Page } from '../components/page.tsx';
import { PagedList } from '../components/paged-list.tsx';
import { DraftList } from '../draft/draft-list.tsx';
import { t } from '../messages/translate.ts';
import { CallLine } from '../record/call-line.tsx';
import { recordPage } from '../record/record-page.ts';
import { wayToDo } from '../record/way-to-do.ts';
import { Who } from '../record/who.tsx';
import { BeginButtons } from './begin-buttons.tsx';
import { groupedByDue, type DueGroup } from './due-groups.ts';

/** 自分の仕事: what I and my agency owe, overdue first; one press opens the very form. */
export function WorkPage(): ReactNode {
  const { session, profile } = useOffice();
  return (
    <Page
      title={t('work.title')}
      lead={<p>{t('work.lead', { agency: agencyName(profile, session.agency) })}</p>}
      actions={<BeginButtons />}
    >
      <DraftList />
      <PagedList query={useMyWork()} empty={[t('work.empty'), t('work.emptyDetail')]}>
        {(rows) =>
          groupedByDue(rows, profile.today).map(({ group, items }) => (
            <WorkGroup key={group} group={group} items={items} />
          ))
        }
      </PagedList>
    </Page>
  );
}

function WorkGroup({ group, items }: { readonly group: DueGroup; readonly items: readonly WorkItem[] }): ReactNode {
  return (
    <section aria-label={t(`work.${group}`)}>
      <h2 className={`mb-2 text-std-20B-150 ${group === 'overdue' ? 'text-red-1000' : ''}`}>
        {t(`work.${group}`)} <span className="text-std-16N-170">{t('work.count', { count: items.length })}</span>
      </h2>
      <ul className="card divide-y divide-solid-gray-200">
        {items.map((item) => (
          <WorkLine key={`${item.recordId}-${item.key}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

function WorkLine({ item }: { readonly item: WorkItem }): ReactNode {
  const profile = useProfile();
  const page = recordPage(item.kind, item.recordId);
  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <p className="flex flex-wrap items-center gap-2">
        <DateText on={item.dueOn} today={profile.today} />
        {item.overdue ? <Chip tone="bad">{t('date.overdue')}</Chip> : null}
      </p>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-700">
          {item.urgent ? <Chip tone="strong">{t('case.urgent')}</Chip> : null}
          <span>{t(`obligation.${item.obligationKind}`)}</span>
        </p>
        <p className="text-solid-gray-700">
          <Link to={page} className="text-blue-900 underline underline-offset-4">
            {item.title ?? item.number}
          </Link>{' '}
          <Who holder={item.holder} name={item.holder.name} />
        </p>
        {item.call === null ? null : <CallLine call={item.call} title={item.title} />}
      </div>
      <LinkButton
        to={wayToDo(item)}
        look={item.overdue ? 'primary' : 'secondary'}
        aria-label={t('work.doWhat', {
          what: t(`obligation.${item.obligationKind}`),
          number: item.title ?? item.number,
        })}
        className="justify-self-start text-nowrap"
      >
        {t('owed.do')}
      </LinkButton>
    </li>
  );
}
