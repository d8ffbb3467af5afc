import type { ReactNode } from 'react';
import type { Page } from '#libs/views';
import type { ListQuery } from '../api/queries.ts';
import { t } from '../messages/translate.ts';
import { useAnnounce } from './announcer.tsx';
import { LoadError } from './load-state.tsx';
import { ReadOn } from './read-on.tsx';

/** Reads a list on; the rows already there stay. */
export function MoreButton<P extends Page<unknown>>({ query }: { readonly query: ListQuery<P> }): ReactNode {
  const announce = useAnnounce();
  if (query.isFetchNextPageError) return <LoadError error={query.error} onRetry={() => void query.fetchNextPage()} />;
  const readOn = (): void => {
    void query.fetchNextPage().then((result) => {
      announce(t('load.moreRead', { count: result.data?.pages.flatMap((page) => page.items).length ?? 0 }));
    });
  };
  if (!query.hasNextPage && (query.data?.pages.length ?? 0) < 2) return null;
  return (
    <ReadOn
      className="justify-self-center"
      whole={!query.hasNextPage}
      waiting={query.isFetchingNextPage}
      onRead={readOn}
    />
  );
}
