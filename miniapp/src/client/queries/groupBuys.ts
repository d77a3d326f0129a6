import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { useSession } from '../session';
import { all } from './grids';

/** Orders of the area, the newest first; or only those that can still be joined. */
export const useGroupBuys = (isReady: boolean, isOpen: boolean) => {
  const reader = useSession(({ session }) => session?.account.active ?? '');
  return useQuery({
    queryKey: ['groupBuy', reader, isOpen],
    queryFn: async () =>
      (await call('listGroupBuys', { query: { limit: 50, ...(isOpen && { open: 'true' as const }) } })).items,
    refetchInterval: usePolling(),
    enabled: isReady,
  });
};

/** Who joined, door by door, for whoever answers for the area; asked for when it is looked at. */
export const useGroupBuyDoors = (id: string, isShown: boolean) =>
  useQuery({
    queryKey: ['groupBuy', 'doors', id],
    queryFn: () =>
      all((cursor) =>
        call('listGroupBuyDoors', { params: { id }, query: { limit: 100, ...(cursor && { cursor }) } }),
      ),
    refetchInterval: usePolling(),
    enabled: isShown,
  });
