import type { StaffRole } from '@shared/accounts/staffContract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { queryClient } from '../queryClient';
import { useSession } from '../session';

const useMembership = () => useSession(({ session }) => session?.account.active ?? '');

/** Who serves, of one role or of all; or who served. */
export const useStaff = (role: StaffRole | '', ended: boolean) => {
  const who = useMembership();
  return useInfiniteQuery({
    queryKey: ['staff', who, role, ended],
    queryFn: ({ pageParam }) =>
      call('listStaff', {
        query: {
          limit: 50,
          ...(role && { role }),
          ...(ended && { ended: 'true' as const }),
          ...(pageParam && { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: who !== '',
  });
};

/** How many a slip with a one-time password would let in. */
export const useSignIns = () => {
  const who = useMembership();
  return useQuery({
    queryKey: ['staff', who, 'signIns'],
    queryFn: () => call('countSignIns'),
    enabled: who !== '',
  });
};

/** All grids of the community by name: a list to choose from. */
export const useGridNames = () => {
  const who = useMembership();
  return useQuery({ queryKey: ['grid', 'names', who], queryFn: allGrids, enabled: who !== '' });
};

async function allGrids() {
  const all: { value: string; label: string }[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await call('listGrids', { query: { limit: 100, ...(cursor && { cursor }) } });
    all.push(...items.map(({ id, name }) => ({ value: id, label: name })));
    cursor = next;
  }
  return all;
}

/** Something about staff was changed here: seats stand on the grids as well. */
export async function touchedStaff(): Promise<void> {
  await Promise.all(['staff', 'grid'].map((entity) => queryClient.invalidateQueries({ queryKey: [entity] })));
}
