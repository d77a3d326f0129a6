import { groupBy } from '@shared/groupBy';
import type { LineMark } from '@shared/requests/shopping';
import { useState } from 'react';
import { now } from '@/client/clock';
import { sendOrKeep } from '@/client/outbox';
import type { MergedList } from '@/client/queries/trips';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';
import type { Line } from './useLineText';

type Row = Line['doors'][number];
export type Tick = (doors: readonly Row[], as: LineMark | 'toGet') => void;

/** So many errands go with one request. */
const most = 100;

/** Ticks in the shop: each is kept with its moment, and one request ticks for all doors. Whose errand has changed meanwhile is told. */
export function useTicks({ errands }: Pick<MergedList, 'errands'>) {
  const { refusal, showRefusal } = useFaults();
  const [refused, setRefused] = useState<string[]>([]);
  const send = async (marks: { requestId: string }[]) => {
    const body = { marks, at: now().toISOString() };
    const reply = await sendOrKeep({ key: uuidV7(), operation: 'markLines', body });
    const { results = [] } = (reply ?? {}) as { results?: { requestId: string; problem?: unknown }[] };
    return results.flatMap(({ requestId, problem }) => (problem ? [requestId] : []));
  };
  const tick: Tick = (doors, as) => {
    const seen = new Map(errands.map(({ requestId, version }) => [requestId, version]));
    const marks = [...groupBy(doors, ({ requestId }) => requestId)].map(([requestId, rows]) => ({
      ...{ requestId, seenVersion: seen.get(requestId) ?? 1, lines: rows.map(({ line }) => line), as },
    }));
    const doorOf = new Map(doors.map(({ requestId, door }) => [requestId, door]));
    setRefused([]);
    for (let from = 0; from < marks.length; from += most)
      send(marks.slice(from, from + most)).then(
        (ids) => setRefused((before) => [...before, ...ids.flatMap((id) => doorOf.get(id) ?? [])]),
        showRefusal,
      );
  };
  return { tick, refused, refusal };
}
