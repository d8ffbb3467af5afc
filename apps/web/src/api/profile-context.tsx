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

/** Name of an agency; its code when this profile does not know it. */
export const agencyName = (profile: ProfileView, code: string): string =>
  profile.agencies.find((agency) => agency.code === code)?.name ?? code;

export const agencyNames = (profile: ProfileView, codes: readonly string[]): string =>
  codes.map((code) => agencyName(profile, code)).join('、');
