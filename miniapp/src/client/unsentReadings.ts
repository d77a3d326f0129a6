import type { ReadingInput } from '@shared/temperatures/reading';
import { useMemo } from 'react';
import { type OutboxEntry, useOutbox } from './outbox';

type Sent = ReadingInput & { slotId?: string };

/** What was measured for slots and is in an entry, by slot. */
function readingsOf({ operation, params, body }: OutboxEntry): [slotId: string, reading: ReadingInput][] {
  if (operation === 'reportReading') return [[params?.id ?? '', body as Sent]];
  if (operation !== 'reportHouseholdReadings') return [];
  return (body as { readings: Sent[] }).readings.map((sent) => [sent.slotId ?? '', sent]);
}

/** What was measured and waits on this phone, by slot; what was refused is not said to be waiting. */
export function useUnsentReadings(): ReadonlyMap<string, number> {
  const { entries } = useOutbox();
  return useMemo(() => {
    const waiting = entries.filter(({ state }) => state !== 'refused').flatMap(readingsOf);
    return new Map(waiting.map(([slotId, { celsius }]) => [slotId, celsius]));
  }, [entries]);
}

/** The newest that was typed for a slot and has not arrived: it waits on this phone, or was refused after all. */
export function unsentOf(slotId: string): { entry: OutboxEntry; reading: ReadingInput } | undefined {
  const { entries } = useOutbox.getState();
  const all = entries.flatMap((entry) =>
    readingsOf(entry).flatMap(([of, reading]) => (of === slotId ? [{ entry, reading }] : [])),
  );
  return all[all.length - 1];
}
