import {
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
export function useSession(): UseQueryResult<SessionView | null> {
  return useQuery({
    queryKey: ['session'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      try {
        return await getJson<SessionView>('/api/session', signal);
      } catch (error) {
        if (isStatus(error, 401)) return null;
        throw error;
      }
    },
  });
}

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

export function useProfileQuery(): UseQueryResult<ProfileView> {
  return useQuery({
    queryKey: ['profile'],
    queryFn: async ({ signal }) => getJson<ProfileView>('/api/profile', signal),
    staleTime: 300_000,
  });
}

export function useCase(id: string): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: ['case', id],
    queryFn: async ({ signal }) => getJson<CaseView>(`/api/cases/${id}`, signal),
  });
}

export function useSitting(id: string): UseQueryResult<SittingView> {
  return useQuery({
    queryKey: ['sitting', id],
    queryFn: async ({ signal }) => getJson<SittingView>(`/api/sittings/${id}`, signal),
  });
}

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

export type ListQuery<P> = UseInfiniteQueryResult<InfiniteData<P, string | null>>;

export const useMyWork = (): ListQuery<Page<WorkItem>> => useList<Page<WorkItem>>(['my-work'], '/api/my-work', {});
export const useBoard = (): ListQuery<BoardPage> => useList<BoardPage>(['board'], '/api/board', {});
export const useCases = (onlyOpen: boolean): ListQuery<Page<CaseRow>> =>
  useList<Page<CaseRow>>(['cases', onlyOpen], '/api/cases', onlyOpen ? { open: 'true' } : {});
export const useSittings = (onlyOpen: boolean): ListQuery<Page<SittingRow>> =>
  useList<Page<SittingRow>>(['sittings', onlyOpen], '/api/sittings', onlyOpen ? { open: 'true' } : {});

export const useHistoryWithKeeping = (address: string): ListQuery<Page<HistoryEntry>> =>
  useList<Page<HistoryEntry>>([address, 'history-with-keeping'], `${address}/history`, { keeping: 'true' });

/** A list that is read on with a cursor. */
function useList<P extends Page<unknown>>(
  queryKey: readonly unknown[],
  path: string,
  filters: Readonly<Record<string, string>>,
): ListQuery<P> {
  return useInfiniteQuery({
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
}

/** All rows read so far. */
export const rowsOf = <T>(data: InfiniteData<Page<T>, string | null>): readonly T[] =>
  data.pages.flatMap((page) => page.items);
