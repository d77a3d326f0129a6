import type { ReplyOf } from '@shared/contract';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { SameDayState } from '@shared/requests/sameDay';
import type { getSameDay } from '@shared/requests/sameDayContract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { useSession } from '../session';

export type SameDay = ReplyOf<typeof getSameDay>;
export type SameDayFigures = SameDay['total'];

const useReader = () => useSession(({ session }) => session?.account.active ?? '');

/** A day of errands as it stands now; every step of one of them is heard. */
export const useSameDay = (date: string) => {
  const reader = useReader();
  return useQuery({
    queryKey: ['request', 'sameDay', reader, date],
    queryFn: () => call('getSameDay', { query: { date } }),
    refetchInterval: usePolling(),
    enabled: reader !== '' && date !== '',
  });
};

export interface SameDayAsked {
  date: string;
  state: SameDayState;
  kind?: ErrandKindName;
  gridId?: string;
}

/** The errands behind a figure of the day; nothing is asked without one. */
export const useSameDayErrands = (asked: SameDayAsked | null) => {
  const reader = useReader();
  return useInfiniteQuery({
    queryKey: ['request', 'sameDayErrands', reader, asked],
    queryFn: ({ pageParam }) =>
      call('listSameDay', {
        query: { ...(asked as SameDayAsked), limit: 20, ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: reader !== '' && asked !== null,
  });
};
