import type { ReplyOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import type { ErrandView } from '@shared/requests/errandView';
import { type Ticked, ticked } from '@shared/requests/shopping';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { onArrival, subjectsOf } from '../outbox';
import { usePolling } from '../polling';
import { queryClient } from '../queryClient';
import { useSession } from '../session';
import { keptName, useKept } from './kept';

export type MergedList = ReplyOf<(typeof contracts)['getMergedList']>;
export type RunReply = ReplyOf<(typeof contracts)['getRun']>;

const useReader = () => useSession(({ session }) => session?.account.active ?? '');

const listKey = ['request', 'mergedList'];

/** What is to be bought for all doors; kept for a shop without a network. */
export const useMergedList = (isReady: boolean) => {
  const reader = useReader();
  return useKept({
    queryKey: [...listKey, reader],
    name: keptName('mergedList', reader),
    ask: () => call('getMergedList'),
    isReady,
  });
};

// Of whatever is due at a door a change is told, whichever mechanism it comes from: all of them touch the worklist.
const runKey = ['worklist', 'run'];

/** The buildings where something is due at a door. */
export const useRuns = (isReady: boolean) => {
  const reader = useReader();
  return useKept({
    queryKey: ['worklist', 'runs', reader],
    name: keptName('runs', reader),
    ask: async () => (await call('listRuns')).items,
    isReady,
  });
};

export interface Building {
  estate: string;
  building: string;
}

/** What is due in a building, and the run through it; kept for its stairwell. */
export const useRun = (isReady: boolean, { estate, building }: Building) => {
  const reader = useReader();
  return useKept({
    queryKey: [...runKey, reader, estate, building],
    name: keptName(`run:${estate}/${building}`, reader),
    ask: () => call('getRun', { query: { estate, building } }),
    isReady: isReady && building !== '',
  });
};

/** What one did without network while others went on, and the leader has not found out about yet. */
export const useOwnReconciliations = (isReady: boolean) => {
  const reader = useReader();
  return useQuery({
    queryKey: ['reconciliation', 'own', reader],
    queryFn: async () => (await call('listReconciliations', { query: { open: 'true', limit: 20 } })).items,
    refetchInterval: usePolling(),
    enabled: isReady,
  });
};

/** Ticks that were taken. */
function putMarks(marks: readonly Ticked[], versions: ReadonlyMap<string, number>): void {
  queryClient.setQueriesData<MergedList>({ queryKey: listKey }, (list) => {
    if (!list) return list;
    const taken = marks.filter(({ requestId }) => versions.has(requestId));
    const errands = list.errands.map((errand) => ({
      ...errand,
      version: versions.get(errand.requestId) ?? errand.version,
    }));
    return { items: ticked(list.items, taken), errands };
  });
}

/** Something at a door was done: it is due no more, or its errand stands differently now. */
function putInRuns(id: string, errand: ErrandView | null): void {
  const isAtDoor = errand?.actions.some((action) => action === 'leave' || action === 'deliver');
  queryClient.setQueriesData<RunReply>({ queryKey: runKey }, (run) => {
    if (!run?.items.some(({ due }) => due.some((one) => one.id === id))) return run;
    const items = run.items.map((door) => ({
      ...door,
      due: door.due.flatMap((one) => {
        if (one.id !== id) return [one];
        if (!errand || !isAtDoor) return [];
        const { version, actions, kind, state } = errand;
        return [{ ...one, version, actions, title: { ...one.title, code: `${kind}.${state}` } }];
      }),
    }));
    return { ...run, items: items.filter(({ due }) => due.length > 0) };
  });
}

onArrival((entry, reply) => {
  if (entry.operation === 'markLines') {
    const { results } = reply as ReplyOf<(typeof contracts)['markLines']>;
    const versions = results.flatMap(({ requestId, version }) =>
      version === undefined ? [] : [[requestId, version] as const],
    );
    return putMarks((entry.body as { marks: Ticked[] }).marks, new Map(versions));
  }
  const { life } = reply as { life?: string };
  for (const id of subjectsOf(entry)) putInRuns(id, life === 'errand' ? (reply as ErrandView) : null);
});
