import type { ReconciliationView } from '@shared/requests/reconciliation';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { usePolling } from '../polling';
import { queryClient } from '../queryClient';
import { useSession } from '../session';

const keyOf = (id: string, reader: string) => ['reconciliation', reader, id];

/** What somebody did without network while others went on, and what came of it. */
export const useReconciliation = (id: string) => {
  const reader = useSession(({ session }) => session?.account.active ?? '');
  return useQuery({
    queryKey: keyOf(id, reader),
    queryFn: () => call('getReconciliation', { params: { id } }),
    refetchInterval: usePolling(),
    enabled: id !== '',
  });
};

/** The same of an errand, the newest first; nothing is asked without one. */
export const useReconciliationsOf = (requestId: string) => {
  const reader = useSession(({ session }) => session?.account.active ?? '');
  return useQuery({
    queryKey: ['reconciliation', 'of', reader, requestId],
    queryFn: async () => (await call('listReconciliations', { query: { requestId } })).items,
    refetchInterval: usePolling(),
    enabled: requestId !== '',
  });
};

/** As the server has just answered it. */
export const putReconciliation = (view: ReconciliationView): void =>
  void queryClient.setQueryData(keyOf(view.id, useSession.getState().session?.account.active ?? ''), view);
