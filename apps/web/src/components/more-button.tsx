import type { ReactNode } from 'react';
import type { Page } from '#libs/views';
import type { ListQuery } from '../api/queries.ts';
import { t } from '../messages/translate.ts';
import { useAnnounce } from './announcer.tsx';
import { Button } from './button.tsx';
import { LoadError } from './load-state.tsx';

/** Reads a list on; the rows already there stay. */
export function MoreButton<P extends Page<unknown>>({ query }: { readonly query: ListQuery<P> }): ReactNode {
  const announce = useAnnounce();
  if (query.isFetchNextPageError) return <LoadError error={query.error} onRetry={() => void query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return (
    <Button
      className="no-print justify-self-center"
      waiting={query.isFetchingNextPage}
      onClick={() => {
        void query.fetchNextPage().then((result) => {
          announce(t('load.moreRead', { count: result.data?.pages.flatMap((page) => page.items).length ?? 0 }));
        });
      }}
    >
      {query.isFetchingNextPage ? t('load.waiting') : t('action.more')}
    </Button>
  );
}
