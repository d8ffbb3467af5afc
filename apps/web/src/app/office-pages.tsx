import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { matchPath } from 'react-router';

type Load = () => Promise<{ readonly default: ComponentType }>;

export interface OfficePage {
  readonly path: string;
  /** Fetches the page's own files; once, however often it is called. */
  readonly load: Load;
  readonly Page: LazyExoticComponent<ComponentType>;
}

function page(path: string, load: Load): OfficePage {
  return { path, load, Page: lazy(load) };
}

/** The pages of the office, each in files of its own, so that a page opens without waiting for all the others. */
export const officePages: readonly OfficePage[] = [
  page('/work', async () => ({ default: (await import('../work/work-page.tsx')).WorkPage })),
  page('/cases', async () => ({ default: (await import('../case/case-list-page.tsx')).CaseListPage })),
  page('/cases/new', async () => ({ default: (await import('../intake/intake-page.tsx')).IntakePage })),
  page('/cases/advice', async () => ({ default: (await import('../intake/advice-page.tsx')).AdvicePage })),
  page('/cases/:id', async () => ({ default: (await import('../case/case-page.tsx')).CasePage })),
  page('/sittings', async () => ({ default: (await import('../sitting/sitting-list-page.tsx')).SittingListPage })),
  page('/sittings/new', async () => ({ default: (await import('../sitting/new-sitting-page.tsx')).NewSittingPage })),
  page('/sittings/:id', async () => ({ default: (await import('../sitting/sitting-page.tsx')).SittingPage })),
  page('/board', async () => ({ default: (await import('../board/board-page.tsx')).BoardPage })),
  page('/sign-out', async () => ({ default: (await import('./sign-out-page.tsx')).SignOutPage })),
];

/** The page at an address, the more exact path first (`/cases/new` is no case). `/` leads to one's work. */
export const pageAt = (pathname: string): OfficePage | undefined =>
  officePages.find(({ path }) => matchPath(path, pathname === '/' ? '/work' : pathname) !== null);
