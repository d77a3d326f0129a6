import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Call, call } from '../call';

export type ResidentSearch = NonNullable<Call<'listResidents'>['query']>;

/** People of the roster; nothing is asked before somebody was looked for. */
export const useResidents = (search: ResidentSearch | null) =>
  useInfiniteQuery({
    queryKey: ['resident', 'list', search],
    queryFn: ({ pageParam }) =>
      call('listResidents', { query: { ...search, limit: 20, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: search !== null,
    // Each search is written down and counted: coming back to the page is none.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useResident = (id: string) =>
  useQuery({
    queryKey: ['resident', 'one', id],
    queryFn: () => call('getResident', { params: { id } }),
    enabled: id !== '',
  });

export const useHousehold = (id: string) =>
  useQuery({
    queryKey: ['resident', 'household', id],
    queryFn: () => call('getHousehold', { params: { id } }),
    enabled: id !== '',
  });

export const useAccessLog = (id: string) =>
  useInfiniteQuery({
    queryKey: ['resident', 'log', id],
    queryFn: ({ pageParam }) =>
      call('getAccessLog', { params: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: id !== '',
  });

export const useCorrections = (isReady: boolean, state?: 'pending') =>
  useQuery({
    queryKey: ['correction', state ?? 'all'],
    queryFn: () => call('listCorrections', { query: { limit: 50, ...(state && { state }) } }),
    enabled: isReady,
  });
