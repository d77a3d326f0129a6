import type { SlotView } from '@shared/schedules/contract';
import { useMemo } from 'react';
import { serverTime } from '@/client/clock';
import { type OutboxEntry, useOutbox } from '@/client/outbox';
import { useOwed } from '@/client/queries/temperatures';
import { useClock } from '@/client/useClock';

/** What a household owes at a moment: the window that is on or was last, and the one after it. */
export interface OwedNow {
  slots: SlotView[];
  /** Of these, who can be reported and is not yet. */
  owed: SlotView[];
  /** Whether the window is still open. */
  isOpen: boolean;
  next: SlotView | null;
}

/** A slot as it is at a moment: one that was fetched a while ago may have closed since. */
export const asOf = (slot: SlotView, at: Date): SlotView =>
  slot.state === 'open' && new Date(slot.closesAt) <= at ? { ...slot, state: 'missed' } : slot;

export const isUnsettled = ({ state }: SlotView): boolean => state === 'open' || state === 'missed';

/** Whether the household may fill it; of one that had not opened when it was asked for, nothing was said yet. */
const mayReport = ({ actions, opensAt }: SlotView, fetchedAt: Date): boolean =>
  actions.includes('report') || new Date(opensAt) > fetchedAt;

/** Slots in order of time; `unsent` are those whose reading waits on this phone. */
export function owedAt(
  slots: readonly SlotView[],
  { at, fetchedAt, unsent }: { at: Date; fetchedAt: Date; unsent: ReadonlyMap<string, number> },
): OwedNow {
  const begun = slots.filter(({ opensAt }) => new Date(opensAt) <= at);
  const last = begun[begun.length - 1];
  const shown = begun
    .filter(({ day, window }) => day === last?.day && window === last.window)
    .map((slot) => asOf(slot, at));
  return {
    slots: shown,
    owed: shown.filter((slot) => isUnsettled(slot) && !unsent.has(slot.id) && mayReport(slot, fetchedAt)),
    isOpen: last !== undefined && at < new Date(last.closesAt),
    next: slots.find(({ opensAt }) => new Date(opensAt) > at) ?? null,
  };
}

export function useOwedNow() {
  const query = useOwed();
  const at = useClock();
  const unsent = useUnsentReadings();
  const fetchedAt = serverTime(query.dataUpdatedAt);
  return { query, at, unsent, ...owedAt(query.data ?? [], { at, fetchedAt, unsent }) };
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
