import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { useSession } from '../session';
import { all } from './grids';

/** As whom somebody reads: what may be done about it is another thing for each. */
const useReader = () => useSession(({ session }) => session?.account.active ?? '');

/** What was laid out for one errand. */
export const useErrandPayments = (requestId: string) => {
  const reader = useReader();
  return useQuery({
    queryKey: ['payment', reader, requestId],
    queryFn: async () => (await call('listPayments', { query: { requestId } })).items,
    refetchInterval: usePolling(),
    enabled: requestId !== '',
  });
};

/** What one has laid out, or what was for a household, and was not given back, or nobody has agreed to yet. */
export const useOpenPayments = (householdId: string, isReady: boolean) => {
  const reader = useReader();
  const whose = householdId ? { householdId } : { mine: 'true' as const };
  return useQuery({
    queryKey: ['payment', reader, householdId || 'mine'],
    queryFn: () =>
      all((cursor) =>
        call('listPayments', { query: { ...whose, open: 'true', limit: 100, ...(cursor && { cursor }) } }),
      ),
    refetchInterval: usePolling(),
    enabled: isReady,
  });
};
