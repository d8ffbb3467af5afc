import { createContext, useContext } from 'react';
import type { ProfileView, SessionView } from '#libs/views';

interface Office {
  readonly session: SessionView;
  readonly profile: ProfileView;
}

/** Who is signed in, and the municipality's profile. Set once the frame has both. */
export const OfficeContext = createContext<Office | null>(null);

/** @throws outside the signed-in part of the pages. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (office === null) throw new Error('used outside the signed-in pages');
  return office;
}

export const useProfile = (): ProfileView => useOffice().profile;
