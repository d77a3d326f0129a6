import { useMemo } from 'react';
import { type OutboxEntry, useOutbox } from '@/client/outbox';
import { useOwed } from '@/client/queries/temperatures';
import { useClock } from '@/client/useClock';
import { owedAt } from './owedAt';

export { asOf, isUnsettled, type OwedNow } from './owedAt';

export function useOwedNow() {
  const query = useOwed();
  const at = useClock();
  const unsent = useUnsentReadings();
  return { query, at, unsent, ...owedAt(query.data ?? [], { at, unsent }) };
}

interface Sent {
  celsius: number;
  slotId?: string;
}

/** What was measured and waits on this phone, by slot; what was refused is not said to be waiting. */
export function useUnsentReadings(): ReadonlyMap<string, number> {
  const { entries } = useOutbox();
  return useMemo(() => new Map(entries.flatMap(readingsOf)), [entries]);
}

function readingsOf({ operation, params, body, state }: OutboxEntry): [string, number][] {
  if (state === 'refused') return [];
  if (operation === 'reportReading') return [[params?.id ?? '', (body as Sent).celsius]];
  if (operation !== 'reportHouseholdReadings') return [];
  return (body as { readings: Sent[] }).readings.map(({ slotId = '', celsius }) => [slotId, celsius]);
}
