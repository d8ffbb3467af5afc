import type { ReactNode } from 'react';
import type { BoardPage as BoardData } from '../api/lists.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useBoard } from '../api/queries.ts';
import { Banner } from '../components/banner.tsx';
import { Page } from '../components/page.tsx';
import { PagedList } from '../components/paged-list.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { fullDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { BoardTable } from './board-table.tsx';

/** 管理者の一覧: 急ぐ first, then no one in charge, then the oldest; why it stands still and who can move it. */
export function BoardPage(): ReactNode {
  const profile = useProfile();
  return (
    <Page
      title={t('board.title')}
      lead={<p>{t('board.lead', { date: fullDate(profile.today) })}</p>}
      actions={<PrintButton />}
    >
      <PagedList
        query={useBoard()}
        lines={6}
        empty={[t('board.empty'), t('board.emptyDetail')]}
        above={(first) => (
          <>
            <Behind procedures={first?.procedures} />
            <Counts counts={first?.counts} />
          </>
        )}
      >
        {(rows) => <BoardTable rows={rows} />}
      </PagedList>
    </Page>
  );
}

/** People go on working while the procedures stand; this says what waits. */
function Behind({ procedures }: { readonly procedures: BoardData['procedures'] | undefined }): ReactNode {
  if (procedures?.behind !== true) return null;
  const minutes = procedures.oldestDueMinutes ?? 0;
  return (
    <Banner tone="warn" title={t('board.behind')} role="status">
      <p>{t('board.behindDetail')}</p>
      {minutes > 0 ? (
        <p>
          {minutes < 120
            ? t('board.behindMinutes', { minutes })
            : t('board.behindHours', { hours: Math.floor(minutes / 60) })}
        </p>
      ) : null}
    </Banner>
  );
}

function Counts({ counts }: { readonly counts: BoardData['counts'] | undefined }): ReactNode {
  if (counts === undefined) return null;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {(['stalled', 'vacant', 'urgent', 'open'] as const).map((name) => (
        <div key={name} className="card px-4 py-3">
          <dt className="text-solid-gray-700">{t(`board.count.${name}`)}</dt>
          <dd className="text-std-28B-150">
            {counts[name]}
            <span className="ml-1 text-std-16N-170">{t('board.unit')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
