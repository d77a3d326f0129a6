import { carryingRoles } from '@shared/accounts/contract';
import type { StaffView } from '@shared/accounts/staffContract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { queryClient } from '../queryClient';
import { useSession } from '../session';
import { all } from './grids';

const useMembership = () => useSession(({ session }) => session?.account.active ?? '');

/** What volunteers may be let accept, and what they are. */
export const useOpenedKinds = () => {
  const who = useMembership();
  return useQuery({
    queryKey: ['helpers', who, 'opened'],
    queryFn: async () => (await call('getOpenedKinds')).items,
    enabled: who !== '',
  });
};

export const useTeams = () => {
  const who = useMembership();
  return useQuery({
    queryKey: ['helpers', who, 'teams'],
    queryFn: async () => (await call('listTeams')).items,
    enabled: who !== '',
  });
};

/** Of whom a team may be made up: everybody who may have an errand in hand. */
export const useCarryingStaff = () => {
  const who = useMembership();
  return useQuery({
    queryKey: ['staff', who, 'carrying'],
    queryFn: async (): Promise<StaffView[]> => {
      const staff = await all((cursor) =>
        call('listStaff', { query: { limit: 100, ...(cursor && { cursor }) } }),
      );
      return staff.filter(({ role }) => carryingRoles.includes(role));
    },
    enabled: who !== '',
  });
};

/** Opened kinds or a team were changed here. */
export const touchedHelpers = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['helpers'] });
