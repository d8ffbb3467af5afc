import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '#libs/views';
import { rowsOf, type ListQuery } from '../api/queries.ts';
import { Empty, Loaded } from './load-state.tsx';
import { MoreButton } from './more-button.tsx';

type RowOf<P extends Page<unknown>> = P['items'][number];

interface PagedListProps<P extends Page<unknown>> {
  readonly query: ListQuery<P>;
  readonly lines?: number;
  /** What is said when there is nothing, and what one may do then. */
  readonly empty: readonly [title: string, detail: string];
  /** Above the rows, from the first page. */
  readonly above?: (first: P | undefined) => ReactNode;
  readonly children: (rows: readonly RowOf<P>[]) => ReactNode;
}

/** A list that is read page by page: waiting, nothing there, rows, and more. */
export function PagedList<P extends Page<unknown>>({
  query,
  lines = 4,
  empty: [title, detail],
  above,
  children,
}: PagedListProps<P>): ReactNode {
  return (
    <Loaded query={query} lines={lines}>
      {(data: InfiniteData<P>) => {
        const rows = rowsOf<RowOf<P>>(data);
        return (
          <>
            {above?.(data.pages[0])}
            {rows.length === 0 ? <Empty title={title}>{detail}</Empty> : children(rows)}
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
