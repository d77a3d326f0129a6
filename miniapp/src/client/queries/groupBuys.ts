import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { useSession } from '../session';

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
