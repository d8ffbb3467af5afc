import type { ReactNode } from 'react';
import type { CaseView, LeavingList, OlderEntries } from '#libs/views';
import { useOlder } from '../components/older.tsx';

/** The latest day first: what is entered late stands where it happened. */
export const byDay = <T extends { readonly on: string }>(entries: readonly T[]): readonly T[] =>
  entries.toSorted((a, b) => b.on.localeCompare(a.on));

/** A list of a case, the newest entry first, and the way to read it on. */
export function useEntries<L extends LeavingList>(
  view: CaseView,
  list: L,
): { readonly entries: readonly CaseView[L][number][]; readonly more: ReactNode } {
  const { pages, more } = useOlder<OlderEntries>(`/api/cases/${view.id}/older/${list}`, view.older[list]);
  const lists: readonly (readonly CaseView[L][number][])[] = [view, ...pages].map((page) => page[list]);
  return { entries: lists.flatMap((entries) => entries.toReversed()), more };
}
