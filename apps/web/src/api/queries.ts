import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  BoardPage,
  CaseRow,
  CaseView,
  DemoPeople,
  DemoPerson,
  HistoryEntry,
  InvitationPreview,
  Page,
  ProfileView,
  SessionView,
  SittingRow,
  SittingView,
  WorkItem,
} from '#libs/views';
import { getJson } from './client.ts';
import { isStatus } from './problem.ts';

const pageSize = 50;

/** Who is signed in; `null` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await getJson<SessionView>('/api/session', signal);
    } catch (error) {
      if (isStatus(error, 401)) return null;
      throw error;
    }
  },
});

export const useSession = (): UseQueryResult<SessionView | null> => useQuery(sessionQuery);

/** A list that is read on with a cursor. */
const listQuery = <P extends Page<unknown>>(
  queryKey: readonly unknown[],
  path: string,
  filters: Readonly<Record<string, string>> = {},
) =>
  infiniteQueryOptions({
    queryKey,
    initialPageParam: null as string | null,
    // what others do shows without a reload, as long as the page is looked at
    refetchInterval: 30_000,
    queryFn: async ({ pageParam, signal }) => {
      const search = new URLSearchParams({
        ...filters,
        limit: String(pageSize),
        ...(pageParam === null ? {} : { after: pageParam }),
      });
      return getJson<P>(`${path}?${search.toString()}`, signal);
    },
    getNextPageParam: (last: P) => last.next,
  });

const openOnly = (onlyOpen: boolean): Readonly<Record<string, string>> => (onlyOpen ? { open: 'true' } : {});
export const myWorkQuery = listQuery<Page<WorkItem>>(['my-work'], '/api/my-work');
export const boardQuery = listQuery<BoardPage>(['board'], '/api/board');
export const casesQuery = (onlyOpen: boolean) =>
  listQuery<Page<CaseRow>>(['cases', onlyOpen], '/api/cases', openOnly(onlyOpen));
export const sittingsQuery = (onlyOpen: boolean) =>
  listQuery<Page<SittingRow>>(['sittings', onlyOpen], '/api/sittings', openOnly(onlyOpen));

/** The people of the demo; `null` where there is no demo. */
export function useDemoPeople(): UseQueryResult<readonly DemoPerson[] | null> {
  return useQuery({
    queryKey: ['demo-people'],
    queryFn: async ({ signal }) => {
      try {
        const answer = await getJson<DemoPeople>('/api/demo/people', signal);
        return answer.people;
      } catch (error) {
        if (isStatus(error, 404) || isStatus(error, 401) || isStatus(error, 403)) return null;
        throw error;
      }
    },
  });
}

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: async ({ signal }) => getJson<ProfileView>('/api/profile', signal),
  staleTime: 300_000,
});

export const useProfileQuery = (): UseQueryResult<ProfileView> => useQuery(profileQuery);

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: async ({ signal }) => getJson<CaseView>(`/api/cases/${id}`, signal),
  });

export const sittingQuery = (id: string) =>
  queryOptions({
    queryKey: ['sitting', id],
    queryFn: async ({ signal }) => getJson<SittingView>(`/api/sittings/${id}`, signal),
  });

export const useCase = (id: string): UseQueryResult<CaseView> => useQuery(caseQuery(id));
export const useSitting = (id: string): UseQueryResult<SittingView> => useQuery(sittingQuery(id));

/** The mail that a move would send. */
export function useMovePreview(
  id: string,
  when: { readonly heldOn: string; readonly startsAt: string; readonly endsAt: string },
): UseQueryResult<InvitationPreview> {
  return useQuery({
    queryKey: ['invitation-preview', id, when],
    enabled: Object.values(when).every((value) => value !== ''),
    queryFn: async ({ signal }) =>
      getJson<InvitationPreview>(
        `/api/sittings/${id}/invitation-preview?${new URLSearchParams({ ...when }).toString()}`,
        signal,
      ),
  });
}

export function useInvitationPreview(id: string): UseQueryResult<InvitationPreview> {
  return useQuery({
    queryKey: ['invitation-preview', id],
    queryFn: async ({ signal }) => getJson<InvitationPreview>(`/api/sittings/${id}/invitation-preview`, signal),
  });
}

export type ListQuery<P> = UseInfiniteQueryResult<InfiniteData<P>>;

export const useMyWork = (): ListQuery<Page<WorkItem>> => useInfiniteQuery(myWorkQuery);
export const useBoard = (): ListQuery<BoardPage> => useInfiniteQuery(boardQuery);
export const useCases = (onlyOpen: boolean): ListQuery<Page<CaseRow>> => useInfiniteQuery(casesQuery(onlyOpen));
export const useSittings = (onlyOpen: boolean): ListQuery<Page<SittingRow>> =>
  useInfiniteQuery(sittingsQuery(onlyOpen));

export const useHistoryWithKeeping = (address: string): ListQuery<Page<HistoryEntry>> =>
  useInfiniteQuery(
    listQuery<Page<HistoryEntry>>([address, 'history-with-keeping'], `${address}/history`, { keeping: 'true' }),
  );

/** All rows read so far. */
export const rowsOf = <T>(data: InfiniteData<Page<T>>): readonly T[] => data.pages.flatMap((page) => page.items);
