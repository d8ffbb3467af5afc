import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { SittingRow } from '#libs/views';
import { useOffice, useProfile } from '../api/profile-context.tsx';
import { useSittings } from '../api/queries.ts';
import { LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { OpenFilter } from '../components/open-filter.tsx';
import { Page } from '../components/page.tsx';
import { PagedList } from '../components/paged-list.tsx';
import { hours } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { mayPrepareSitting } from '../work/may-begin.ts';
import { sittingName } from './sitting-name.ts';

export function SittingListPage(): ReactNode {
  const [onlyOpen, setOnlyOpen] = useState(true);
  const sittings = useSittings(onlyOpen);
  const { profile, session } = useOffice();
  const prepares = mayPrepareSitting(session, profile);
  return (
    <Page
      title={t('sittingList.title')}
      actions={
        prepares ? (
          <LinkButton to="/sittings/new" look="primary">
            {t('command.open-sitting')}
          </LinkButton>
        ) : undefined
      }
    >
      <OpenFilter label={t('sittingList.onlyOpen')} value={onlyOpen} onChange={setOnlyOpen} />
      <PagedList
        query={sittings}
        empty={[t('sittingList.empty'), t(prepares ? 'sittingList.emptyDetail' : 'sittingList.emptyInvited')]}
      >
        {(rows) => (
          <ul className="card divide-y divide-solid-gray-200">
            {rows.map((row) => (
              <SittingLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function SittingLine({ row }: { readonly row: SittingRow }): ReactNode {
  const profile = useProfile();
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,1.4fr)]">
      <Link to={`/sittings/${row.id}`} className="font-700 text-blue-900 underline underline-offset-4 max-md:py-2">
        {sittingName(row)}
      </Link>
      <span>
        <DateText on={row.heldOn} today={profile.today} />{' '}
        <span className="inline-block">{hours(row.startsAt, row.endsAt)}</span>
        <span className="block text-solid-gray-700">{row.placeText ?? ''}</span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <Chip tone={row.stage === 'cancelled' ? 'neutral' : 'info'}>{t(`sittingStage.${row.stage}`)}</Chip>
        {row.itemCount === null ? null : <span>{t('sittingList.items', { count: row.itemCount })}</span>}
        {row.stage === 'called' && row.answered !== null && row.invited !== null ? (
          <span>{t('sittingList.replies', { answered: row.answered, invited: row.invited })}</span>
        ) : null}
        {row.stage === 'called' && row.missing !== null && row.missing > 0 ? (
          <Chip tone="warn">{t('sittingList.missing', { count: row.missing })}</Chip>
        ) : null}
      </span>
    </li>
  );
}
