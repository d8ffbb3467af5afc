import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { RevisionView } from '#libs/views';
import { getJson } from '../api/client.ts';

/** How often a page that is looked at asks whether something has happened, ms. */
const everyMs = 5_000;

/**
 * Shows what others do without a reload: asks for the revision of a record while its page is looked at, and reads the page anew when it moved.
 * @param address of the record in the API
 * @param page what is read anew
 */
export function useNews(address: string, page: QueryKey): void {
  const queries = useQueryClient();
  const queryKey = ['revision', address];
  useQuery({
    queryKey,
    staleTime: 0,
    refetchInterval: everyMs,
    retry: false,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<RevisionView>(queryKey);
      const now = await getJson<RevisionView>(`${address}/revision`, signal);
      // Own commands read the page anew by themselves: what is under way is not begun again.
      if (before !== undefined && before.seq !== now.seq)
        void queries.invalidateQueries({ queryKey: page }, { cancelRefetch: false });
      return now;
    },
  });
}
