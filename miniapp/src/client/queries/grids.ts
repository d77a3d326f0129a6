import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { activeMembership, useSession } from '../session';

/** Everything of a list, page by page: for what is small, such as the grids and the staff of one community. */
export async function all<Item>(
  fetchPage: (cursor?: string) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const page = await fetchPage(next ?? undefined);
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}
const pageOf = (cursor?: string) => ({ limit: 100, ...(cursor && { cursor }) });

const useActing = () => useSession(({ session }) => activeMembership(session));

export const useGrids = () => {
  const acting = useActing();
  return useQuery({
    queryKey: ['grid', acting?.id],
    queryFn: () => all((cursor) => call('listGrids', { query: pageOf(cursor) })),
    enabled: Boolean(acting),
  });
};

/** Doors and households by grid, those in none, and a move under way: looked at again while one is. */
export const useCoverage = () => {
  const acting = useActing();
  const polling = usePolling();
  return useQuery({
    queryKey: ['gridMove', acting?.id],
    queryFn: () => call('getCoverage'),
    refetchInterval: ({ state }) => (state.data?.move ? 2000 : polling),
    enabled: Boolean(acting),
  });
};

/** Whoever may stand in a grid, be absent or be called. */
export const useStaff = () => {
  const acting = useActing();
  return useQuery({
    queryKey: ['absence', 'staff', acting?.id],
    queryFn: () => all((cursor) => call('listDuty', { query: pageOf(cursor) })),
    enabled: Boolean(acting),
  });
};

/** Absences that are not over. */
export const useAbsences = () => {
  const acting = useActing();
  return useQuery({
    queryKey: ['absence', acting?.id],
    queryFn: () =>
      all((cursor) => call('listAbsences', { query: { state: 'open' as const, ...pageOf(cursor) } })),
    enabled: Boolean(acting),
  });
};

export const useBuildings = () => {
  const communityId = useActing()?.communityId ?? '';
  return useQuery({
    queryKey: ['building', communityId],
    queryFn: () => call('listBuildings', { params: { id: communityId } }),
    enabled: communityId !== '',
  });
};

/** The doors of one unit of one building. */
export const useDoorsOf = (at: { estate: string; building: string; unit: string } | null) =>
  useQuery({
    queryKey: ['dwelling', at],
    queryFn: () => all((cursor) => call('listDwellings', { query: { ...at, ...pageOf(cursor) } })),
    enabled: at !== null,
  });
