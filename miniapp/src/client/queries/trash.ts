import { useQuery } from '@tanstack/react-query';
import { useMay } from '../acting';
import { call } from '../call';
import { usePolling } from '../polling';
import { all } from './grids';

/** The standing trash of the own door on a day; null where none is collected. */
export const useOwnTrash = (householdId: string, date: string) => {
  const mayRead = useMay('report');
  return useQuery({
    queryKey: ['slot', 'trash', 'own', householdId, date],
    queryFn: async () => {
      const { items } = await call('listSlots', { query: { householdId, kind: 'trash', date } });
      return items[0] ?? null;
    },
    refetchInterval: usePolling(),
    enabled: mayRead && householdId !== '',
  });
};

/** The standing trash of a day in a grid. */
export const useTrash = (gridId: string, date: string) =>
  useQuery({
    queryKey: ['slot', 'trash', gridId, date],
    queryFn: () =>
      all((cursor) =>
        call('listSlots', {
          query: { gridId, kind: 'trash', date, limit: 100, ...(cursor && { cursor }) },
        }),
      ),
    refetchInterval: usePolling(),
    enabled: gridId !== '',
  });
