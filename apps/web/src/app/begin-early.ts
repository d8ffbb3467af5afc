import type { QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router';
import * as readings from '../api/queries.ts';
import { pageAt } from './office-pages.tsx';

/**
 * At the start: who is signed in, the profile, the page's files and what it shows first are fetched side by side, not one after
 * the other. When nobody is signed in the readings are refused and nothing of them is kept.
 */
export function beginEarly(queries: QueryClient, pathname: string): void {
  const page = pageAt(pathname);
  void queries.prefetchQuery(readings.sessionQuery);
  void queries.prefetchQuery(readings.profileQuery);
  // Files that do not come are told when the page is shown.
  page?.load().catch(() => undefined);
  const id = page === undefined ? undefined : matchPath(page.path, pathname)?.params['id'];
  switch (page?.path) {
    case '/work':
      void queries.prefetchInfiniteQuery(readings.myWorkQuery);
      break;
    case '/board':
      void queries.prefetchInfiniteQuery(readings.boardQuery);
      break;
    case '/cases':
      void queries.prefetchInfiniteQuery(readings.casesQuery(true));
      break;
    case '/sittings':
      void queries.prefetchInfiniteQuery(readings.sittingsQuery(true));
      break;
    case '/cases/:id':
      if (id !== undefined) void queries.prefetchQuery(readings.caseQuery(id));
      break;
    case '/sittings/:id':
      if (id !== undefined) void queries.prefetchQuery(readings.sittingQuery(id));
      break;
    default:
  }
}
