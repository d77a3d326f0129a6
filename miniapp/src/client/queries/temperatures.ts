import type { SlotView } from '@shared/schedules/contract';
import { addDays, dayOf } from '@shared/time';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../acting';
import { call } from '../call';
import { now } from '../clock';
import { keep, read } from '../phoneStore';
import { usePolling } from '../polling';
import { activeMembership, useSession } from '../session';
import { isFever, onlyCases, readCase } from './readCase';

const useActive = () => useSession(({ session }) => activeMembership(session));
const useAccountId = () => useSession(({ session }) => session?.account.id ?? '');

/** Where the phone keeps what a household owes. */
export const owedName = (householdId: string): string => `owed:${householdId}`;

/** The household whose temperatures one may report; empty where there is none. */
export const useReportedHousehold = (): string => {
  const active = useActive();
  const mayReport = useMay('report');
  return (mayReport && active?.role === 'resident' && active.householdId) || '';
};

/**
 * The temperatures that the household owes today and tomorrow, and those of yesterday, which may still be filled in. Kept on the
 * phone: without a network they can still be reported, also on the next day.
 */
export const useOwed = () => {
  const householdId = useReportedHousehold();
  const accountId = useAccountId();
  const name = owedName(householdId);
  const today = dayOf(now());
  return useQuery({
    queryKey: ['slot', 'owed', householdId, today],
    queryFn: async (): Promise<SlotView[]> => {
      if (!householdId) return [];
      const pages = await Promise.all(
        [addDays(today, -1), today, addDays(today, 1)].map((date) =>
          call('listSlots', { query: { householdId, date, limit: 100 } }),
        ),
      );
      const slots = pages.flatMap(({ items }) => items);
      keep(accountId, name, slots);
      return slots;
    },
    enabled: accountId !== '',
    refetchInterval: usePolling(),
    // Asked again at once; this is shown until the answer is there.
    initialData: () => read<SlotView[]>(accountId, name) ?? undefined,
    initialDataUpdatedAt: 0,
  });
};

/** Fever cases of the household that are not closed, the newest first. */
export const useOpenFevers = () => {
  const householdId = useReportedHousehold();
  return useQuery({
    queryKey: ['request', 'open', householdId],
    queryFn: async () =>
      householdId
        ? onlyCases(
            (await call('listRequests', { query: { householdId, kind: 'fever', open: 'true', limit: 20 } }))
              .items,
          ).filter(isFever)
        : [],
    enabled: useAccountId() !== '',
    refetchInterval: usePolling(),
  });
};

export const useFever = (id: string) =>
  useQuery({
    queryKey: ['request', 'fever', id],
    queryFn: async () => {
      const found = await readCase(id);
      if (!isFever(found)) throw new Error('this case is no fever');
      return found;
    },
    refetchInterval: usePolling(),
    enabled: id !== '',
  });

/** The temperatures of somebody, from slots and beyond. */
export const useCurve = (residentId: string) =>
  useQuery({
    queryKey: ['slot', 'curve', residentId],
    queryFn: () => call('getCurve', { params: { id: residentId }, query: {} }),
    refetchInterval: usePolling(),
    enabled: residentId !== '',
  });
