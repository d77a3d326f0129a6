import { dayOf } from '@shared/time';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { now } from '../clock';
import { usePolling } from '../polling';
import { useSession } from '../session';
import { all } from './grids';

const useActive = () => useSession(({ session }) => session?.account.active ?? '');

/** All observations whose last day has come, those that wait longest first, with what each release still needs. */
export const useEnding = () => {
  const who = useActive();
  const endingBy = dayOf(now());
  return useQuery({
    queryKey: ['observation', 'ending', who, endingBy],
    queryFn: () =>
      all((cursor) =>
        call('listObservations', { query: { endingBy, limit: 100, ...(cursor && { cursor }) } }),
      ),
    refetchInterval: usePolling(),
  });
};

export const useObservation = (id: string) => {
  const who = useActive();
  return useQuery({
    queryKey: ['observation', who, id],
    queryFn: () => call('getObservation', { params: { id } }),
    enabled: id !== '',
    refetchInterval: usePolling(),
  });
};

/** The windows of a day in which something is owed, of each kind that has some. */
export const useSchedules = (isReady: boolean) => {
  const who = useActive();
  return useQuery({
    queryKey: ['schedule', who],
    queryFn: () => call('listSchedules'),
    enabled: isReady,
  });
};
