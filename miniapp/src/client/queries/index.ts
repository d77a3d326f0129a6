import type { MeView } from '@shared/accounts/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMay } from '../acting';
import { call } from '../call';
import { keep, read } from '../phoneStore';
import { usePolling } from '../polling';
import { useSession } from '../session';

/** Lists come newest first. */
const oldestFirst = <T extends { items: unknown[] }>(page: T): T => ({
  ...page,
  items: [...page.items].reverse(),
});

const nothing = { items: [], next: null };

/** Questions to the API by entity; the first part of a key is the entity that the live channel names. */
const useSignedIn = () => useSession(({ session }) => session?.account.active ?? session?.account.id ?? '');

/** Who one is, the household and whom to call: kept on the phone, so that without a network one can still declare. */
export const useMe = () => {
  const who = useSignedIn();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const name = `me:${who}`;
  return useQuery({
    queryKey: ['me', who],
    queryFn: async () => {
      const me = await call('getMe');
      keep(accountId, name, me);
      return me;
    },
    enabled: who !== '',
    // Asked again at once; this is shown until the answer is there.
    initialData: () => read<MeView>(accountId, name) ?? undefined,
    initialDataUpdatedAt: 0,
  });
};

/** Somebody without a membership sees nothing yet; the server would refuse the question. */
const useHasMembership = () => useSession(({ session }) => session?.account.active != null);

export const useReturns = () => {
  const who = useSignedIn();
  const hasMembership = useHasMembership();
  const maySee = useMay('declare') && hasMembership;
  return useQuery({
    queryKey: ['return', who],
    queryFn: () => (maySee ? call('listReturns', { query: { limit: 50 } }) : nothing),
    refetchInterval: usePolling(),
    enabled: who !== '',
  });
};

export const useCommunities = (isAsked = true) => {
  const who = useSignedIn();
  return useQuery({
    queryKey: ['community'],
    queryFn: () => call('listCommunities', { query: { limit: 100 } }),
    enabled: isAsked && who !== '',
  });
};

export const useReturn = (id: string) =>
  useQuery({
    queryKey: ['return', 'one', id],
    queryFn: () => call('getReturn', { params: { id } }),
    enabled: id !== '',
  });

/** The people of one declaration, in the order in which they were declared. */
export const useParty = (partyId: string) =>
  useQuery({
    queryKey: ['return', 'party', partyId],
    queryFn: () => call('listReturns', { query: { partyId, limit: 50 } }),
    select: oldestFirst,
    refetchInterval: usePolling(),
    enabled: partyId !== '',
  });

/** Observations of the household, in the order of the family. */
export const useObservations = () => {
  const who = useSignedIn();
  const hasMembership = useHasMembership();
  const maySee = useMay('report') && hasMembership;
  return useQuery({
    queryKey: ['observation', who],
    queryFn: () => (maySee ? call('listObservations', { query: { limit: 50 } }) : nothing),
    select: oldestFirst,
    refetchInterval: usePolling(),
    enabled: who !== '',
  });
};

export const useSlots = (observationId: string) =>
  useQuery({
    queryKey: ['slot', observationId],
    queryFn: () => call('listSlots', { query: { observationId, limit: 100 } }),
    enabled: observationId !== '',
  });

/** What other communities offer, to be answered. */
export const useHandovers = () => {
  const who = useSignedIn();
  return useQuery({
    queryKey: ['handover', who],
    queryFn: () => call('listHandovers', { query: { open: 'true', limit: 50 } }),
    refetchInterval: usePolling(),
    enabled: who !== '',
  });
};

/** Who has said that they leave. */
export const useLeavings = () => {
  const who = useSignedIn();
  const hasMembership = useHasMembership();
  const maySee = useMay('declare') && hasMembership;
  return useQuery({
    queryKey: ['leaving', who],
    queryFn: () => (maySee ? call('listLeavings', { query: { limit: 50 } }) : nothing),
    refetchInterval: usePolling(),
    enabled: who !== '',
  });
};

export const useWorklist = () => {
  const who = useSignedIn();
  return useInfiniteQuery({
    queryKey: ['worklist', who],
    queryFn: ({ pageParam }) =>
      call('getWorklist', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    enabled: who !== '',
  });
};

export const useHousehold = (id: string) =>
  useQuery({
    queryKey: ['household', id],
    queryFn: () => call('getHousehold', { params: { id } }),
    enabled: id !== '',
  });

export const useMandates = (householdId: string) =>
  useQuery({
    queryKey: ['mandate', householdId],
    queryFn: () => call('listMandates', { params: { id: householdId } }),
    enabled: householdId !== '',
  });

/** For which messages WeChat’s dialog may be opened now. */
export const useSubscriptions = (isAsked: boolean) =>
  useQuery({ queryKey: ['subscription'], queryFn: () => call('listSubscriptions'), enabled: isAsked });

export const useDemoMessages = () =>
  useQuery({
    queryKey: ['demoMessage'],
    queryFn: () => call('listDemoMessages', { query: { limit: 50 } }),
    refetchInterval: 2000,
  });
