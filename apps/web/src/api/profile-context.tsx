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

/** Is the day beyond the 祝日 that are known, so that it may turn out to be one (R56)? Outside the signed-in pages nobody knows. */
export function useHolidayUnknown(): (on: string) => boolean {
  const office = useContext(OfficeContext);
  return (on) => {
    if (office === null) return false;
    const { holidaysUntil, today } = office.profile;
    return on > today && (holidaysUntil === null || on > holidaysUntil);
  };
}

export const useProfile = (): ProfileView => useOffice().profile;
