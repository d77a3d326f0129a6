import type { RequestView } from '@shared/requests/contract';
import type { ErrandView } from '@shared/requests/errandView';
import type { ErrandKindName } from '@shared/requests/kinds';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { onArrival } from '../outbox';
import { read } from '../phoneStore';
import { usePolling } from '../polling';
import { queryClient } from '../queryClient';
import { useSession } from '../session';
import { all } from './grids';
import { keptName, useKept } from './kept';

/** As whom somebody reads: the same errand shows another side of it to each. */
const useReader = () => useSession(({ session }) => session?.account.active ?? '');

const onlyErrands = (views: readonly RequestView[]): ErrandView[] =>
  views.flatMap((view) => (view.life === 'errand' ? view : []));

const keyOf = (id: string, reader: string) => ['request', 'errand', reader, id];

const heldName = (reader: string) => keptName('held', reader);

/** One errand with its history; one that is carried can be read without a network too. */
export const useErrand = (id: string) => {
  const reader = useReader();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  return useQuery({
    queryKey: keyOf(id, reader),
    queryFn: async (): Promise<ErrandView> => {
      const [found] = onlyErrands([await call('getRequest', { params: { id } })]);
      if (!found) throw new Error('this request is no errand');
      return found;
    },
    refetchInterval: usePolling(),
    enabled: id !== '',
    initialData: () => read<ErrandView[]>(accountId, heldName(reader))?.find((held) => held.id === id),
    initialDataUpdatedAt: 0,
  });
};

/** An errand as the server has just answered it: shown at once, on a bad network too. */
export const putErrand = (errand: ErrandView): void =>
  void queryClient.setQueryData(
    keyOf(errand.id, useSession.getState().session?.account.active ?? ''),
    errand,
  );

onArrival(({ operation }, reply) => {
  const [errand] = operation === 'actOnRequest' ? onlyErrands([reply as RequestView]) : [];
  if (errand) putErrand(errand);
});

/** Whom an errand may be given to; nothing is asked while it is nobody's to give. */
export const useCarriers = (id: string) => {
  const reader = useReader();
  return useQuery({
    queryKey: ['request', 'carriers', reader, id],
    queryFn: async () => (await call('listCarriers', { params: { id } })).items,
    enabled: id !== '',
  });
};

export interface ErrandsAsked {
  householdId?: string;
  gridId?: string;
  kind?: ErrandKindName;
  /** Only what is neither closed nor cancelled. */
  open?: 'true';
  /** For staff: what waits in the pools of the own estates. */
  pool?: 'true';
  /** For staff: what one has accepted and not delivered. */
  held?: 'true';
}

/** Everything that one holds, at the versions that are handed over at the end of a shift; kept for the stairwell. */
export const useAllHeld = (isReady: boolean) => {
  const reader = useReader();
  return useKept({
    queryKey: ['request', 'held', reader],
    name: heldName(reader),
    ask: async () =>
      onlyErrands(
        await all((cursor) =>
          call('listRequests', { query: { held: 'true', limit: 100, ...(cursor && { cursor }) } }),
        ),
      ),
    isReady,
  });
};

/** Errands in view, the newest first. */
export const useErrands = (isReady: boolean, asked: ErrandsAsked) => {
  const reader = useReader();
  return useInfiniteQuery({
    queryKey: ['request', 'errands', reader, asked],
    queryFn: async ({ pageParam }) => {
      const { items, next } = await call('listRequests', {
        query: { life: 'errand' as const, ...asked, limit: 20, ...(pageParam && { cursor: pageParam }) },
      });
      return { items: onlyErrands(items), next };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: isReady,
  });
};
