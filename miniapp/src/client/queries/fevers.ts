import type { WindowName } from '@shared/schedules/windows';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { all } from './grids';
import { onlyCases, readCase } from './readCase';

export const useRequest = (id: string) =>
  useQuery({
    queryKey: ['request', 'one', id],
    queryFn: () => readCase(id),
    refetchInterval: usePolling(),
    enabled: id !== '',
  });

/** One slot with who was told of it. */
export const useSlot = (id: string) =>
  useQuery({ queryKey: ['slot', 'one', id], queryFn: () => call('getSlot', { params: { id } }) });

/**
 * The slot that a temperature of somebody is for, if it is taken now: a second reading before what is owed of the day. Without a
 * network nobody knows; it is kept as a further one then.
 */
export function useReadableSlot(residentId: string) {
  const { data, failureCount } = useQuery({
    queryKey: ['slot', 'readable', residentId],
    queryFn: async () => {
      const ofKind = (kind: 'secondReading' | 'temperature') =>
        call('listSlots', { query: { residentId, kind, state: 'open', limit: 20 } });
      const found = await Promise.all([ofKind('secondReading'), ofKind('temperature')]);
      const slot = found.flatMap(({ items }) => items).find(({ actions }) => actions.includes('report'));
      return slot?.id ?? null;
    },
    enabled: residentId !== '',
    // Asked anew by whoever begins to type.
    gcTime: 0,
  });
  return { isAsked: data !== undefined || failureCount > 0, id: data ?? null };
}

/** Temperatures of somebody: heard with the slots, in which most of them are. */
export const useCurve = (residentId: string) =>
  useQuery({
    queryKey: ['slot', 'curve', residentId],
    queryFn: () => call('getCurve', { params: { id: residentId } }),
    refetchInterval: usePolling(),
    enabled: residentId !== '',
  });

export interface UnreportedAsked {
  date?: string;
  window?: Extract<WindowName, 'morning' | 'evening'>;
  gridId?: string;
}

/** Who has not reported; with nothing asked the window that is on, or was last. */
export const useUnreported = (isReady: boolean, asked: UnreportedAsked) =>
  useInfiniteQuery({
    queryKey: ['slot', 'unreported', asked],
    queryFn: ({ pageParam }) =>
      call('listUnreported', { query: { ...asked, limit: 50, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: isReady,
  });

export const useFriendlyCalls = (isReady: boolean, gridId?: string) =>
  useQuery({
    queryKey: ['slot', 'steady', gridId],
    queryFn: () => call('listFriendlyCalls', { query: gridId ? { gridId } : {} }),
    enabled: isReady,
  });

/** Who cannot report themselves, by who goes there; with nothing asked of the window that is on, or was last. */
export const useWithoutPhone = (isReady: boolean, asked: UnreportedAsked) =>
  useInfiniteQuery({
    queryKey: ['slot', 'withoutPhone', asked],
    queryFn: ({ pageParam }) =>
      call('listWithoutPhone', { query: { ...asked, limit: 50, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: isReady,
  });

/** People under observation, at home and away, for whoever looks after them; or only those who are away. */
export const usePeopleObserved = (isReady: boolean, isAway: boolean) =>
  useInfiniteQuery({
    queryKey: ['observation', 'running', isAway],
    queryFn: ({ pageParam }) =>
      call('listObservations', {
        query: {
          ...(isAway ? { state: 'referred' as const } : { running: 'true' as const }),
          limit: 50,
          ...(pageParam && { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: isReady,
  });

/** Fevers in view, the newest first: all of them, or those that are open. */
export const useRequests = (isReady: boolean, isOpen: boolean) =>
  useInfiniteQuery({
    queryKey: ['request', 'list', isOpen],
    queryFn: async ({ pageParam }) => {
      const { items, next } = await call('listRequests', {
        query: {
          life: 'case' as const,
          ...(isOpen && { open: 'true' as const }),
          limit: 20,
          ...(pageParam && { cursor: pageParam }),
        },
      });
      return { items: onlyCases(items), next };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: isReady,
  });

/** The follow-ups of a day in a grid, with the people they are about. */
export const useVisits = (gridId: string, date: string) =>
  useQuery({
    queryKey: ['slot', 'visits', gridId, date],
    queryFn: async () => {
      const page = (cursor?: string) => ({ gridId, limit: 100, ...(cursor && { cursor }) });
      const [slots, people] = await Promise.all([
        all((cursor) => call('listSlots', { query: { ...page(cursor), kind: 'visit', date } })),
        all((cursor) => call('listObservations', { query: { ...page(cursor), state: 'open' } })),
      ]);
      const byId = new Map(people.map((one) => [one.id, one]));
      return slots.flatMap((slot) => {
        const of = byId.get(slot.observationId ?? '');
        return of ? [{ slot, of }] : [];
      });
    },
    refetchInterval: usePolling(),
    enabled: gridId !== '',
  });
