import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './load-state.tsx';
import { Page } from './page.tsx';

interface LoadedPageProps<T> {
  readonly query: UseQueryResult<T>;
  /** Heading while nothing is known yet. */
  readonly title: string;
  readonly children: (data: T) => ReactNode;
}

/** A page whose very heading is made of what is read. */
export const LoadedPage = <T,>({ query, title, children }: LoadedPageProps<T>): ReactNode => {
  const content = (
    <Loaded query={query} lines={6}>
      {children}
    </Loaded>
  );
  return query.data === undefined ? <Page title={title}>{content}</Page> : content;
};
