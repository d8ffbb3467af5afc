import { noop, type QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router';
import * as readings from '../api/queries.ts';
import { pageAt } from './office-pages.tsx';

/**
 * At the start: who is signed in, the profile, the page's files and what it shows first are fetched side by side, not one after
 * the other. When nobody is signed in the readings are refused and nothing of them is kept.
 */
export function beginEarly(queries: QueryClient, pathname: string): void {
  const page = pageAt(pathname);
  queries.query(readings.sessionQuery).catch(noop);
  queries.query(readings.profileQuery).catch(noop);
  // What is refused or does not come is told where it is shown.
  page?.load().catch(noop);
  const id = page === undefined ? undefined : matchPath(page.path, pathname)?.params['id'];
  switch (page?.path) {
    case '/work':
      queries.infiniteQuery(readings.myWorkQuery).catch(noop);
      break;
    case '/board':
      queries.infiniteQuery(readings.boardQuery).catch(noop);
      break;
    case '/cases':
      queries.infiniteQuery(readings.casesQuery(true)).catch(noop);
      break;
    case '/sittings':
      queries.infiniteQuery(readings.sittingsQuery(true)).catch(noop);
      break;
    case '/cases/:id':
      if (id !== undefined) queries.query(readings.caseQuery(id)).catch(noop);
      break;
    case '/sittings/:id':
      if (id !== undefined) queries.query(readings.sittingQuery(id)).catch(noop);
      break;
    default:
  }
}
