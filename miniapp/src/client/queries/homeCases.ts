import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { useSession } from '../session';
import { isFever, onlyCases } from './readCase';

/** What a household has raised, fevers aside: they stand before everything else. The newest first. */
export const useHomeCases = (householdId: string, isOpen: boolean) => {
  // At home somebody sees what the others do not.
  const reader = useSession(({ session }) => session?.account.active ?? '');
  return useInfiniteQuery({
    queryKey: ['request', 'homeCases', reader, householdId, isOpen],
    queryFn: async ({ pageParam }) => {
      const { items, next } = await call('listRequests', {
        query: {
          ...{ householdId, life: 'case' as const, limit: 20 },
          ...(isOpen && { open: 'true' as const }),
          ...(pageParam && { cursor: pageParam }),
        },
      });
      return { items: onlyCases(items).filter((one) => !isFever(one)), next };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: householdId !== '',
  });
};
