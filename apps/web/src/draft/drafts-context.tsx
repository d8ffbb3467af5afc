import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { DraftView } from '#libs/views';
import { deleteJson, getJson, putJson } from '../api/client.ts';
import { Drafts, type DraftState, type DraftWays } from './drafts.ts';

const address = (place: string): string => `/api/drafts/${place}`;
const overTheApi: DraftWays = {
  read: async (place) => getJson<DraftView>(address(place)),
  put: async (place, body, leaving) => putJson(address(place), body, leaving),
  remove: async (place, leaving) => deleteJson(address(place), leaving),
};

/** Drafts outlive the session: who signs in again in this window goes on; anybody else finds nothing. */
export class DraftShelf {
  #drafts: Drafts | undefined;

  of(owner: string): Drafts {
    if (this.#drafts?.owner !== owner) this.#drafts = new Drafts(owner, overTheApi);
    return this.#drafts;
  }
}

const DraftsContext = createContext<Drafts | null>(null);

/** @throws outside the signed-in part of the pages. */
export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('used outside the signed-in pages');
  return drafts;
}

export function useDraftState(place: string): DraftState {
  const drafts = useDrafts();
  return useSyncExternalStore(
    (changed) => drafts.listen(changed),
    () => drafts.stateOf(place),
  );
}

/** Gives the pages the drafts of who is signed in; sends what waits when the window is hidden or goes away, and when it comes back. */
export function DraftsOf({
  shelf,
  owner,
  children,
}: {
  readonly shelf: DraftShelf;
  readonly owner: string;
  readonly children: ReactNode;
}): ReactNode {
  const drafts = shelf.of(owner);
  useEffect(() => {
    const hidden = (): void => void drafts.flush(document.visibilityState === 'hidden');
    const gone = (): void => void drafts.flush(true);
    void drafts.flush();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', gone);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', gone);
    };
  }, [drafts]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}
