import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { getJson } from '../api/client.ts';
import { t } from '../messages/translate.ts';
import { useAnnounce } from './announcer.tsx';
import { LoadError } from './load-state.tsx';
import { usePrintRun } from './print-run.tsx';
import { ReadOn } from './read-on.tsx';

interface Older<P> {
  /** What was read on so far, page by page. */
  readonly pages: readonly P[];
  /** The way to read on, and its end; nothing when the list was whole from the start. */
  readonly more: ReactNode;
}

/**
 * A list whose newest entries came with the page, read on from there when somebody asks. What was read stays until the newest entries
 * change.
 * @param first where it is read on; `null`: it is whole
 */
export function useOlder<P extends { readonly next: string | null }>(path: string, first: string | null): Older<P> {
  const announce = useAnnounce();
  const query = useInfiniteQuery({
    queryKey: ['older', path, first],
    enabled: false,
    initialPageParam: first,
    queryFn: async ({ pageParam, signal }) =>
      getJson<P>(`${path}?${new URLSearchParams({ after: pageParam ?? '' }).toString()}`, signal),
    getNextPageParam: (last: P) => last.next,
  });
  const { printing } = usePrintRun();
  const { isFetching, isError, hasNextPage, fetchNextPage } = query;
  const isOpen = first !== null && (query.data === undefined || hasNextPage);
  useEffect(() => {
    if (printing && isOpen && !isFetching && !isError) void fetchNextPage();
  }, [printing, isOpen, isFetching, isError, fetchNextPage]);
  const pages = query.data?.pages ?? [];
  const readOn = (): void => {
    void query.fetchNextPage().then(({ isSuccess }) => {
      if (isSuccess) announce(t('load.olderRead'));
    });
  };
  if (first === null) return { pages, more: null };
  return {
    pages,
    more: query.isError ? (
      <LoadError error={query.error} onRetry={readOn} />
    ) : (
      <ReadOn
        className="mt-4"
        whole={pages.length > 0 && !query.hasNextPage}
        waiting={query.isFetching}
        onRead={readOn}
      />
    ),
  };
}
