import type { SlotView } from '@shared/schedules/contract';
import type { CurvePoint } from '@shared/temperatures/contract';
import type { ReadingView } from '@shared/temperatures/reading';
import { useQuery } from '@tanstack/react-query';
import { call } from '../call';
import { keep } from '../phoneStore';
import { queryClient } from '../queryClient';
import { owedName } from './temperatures';

/** One slot by its id: of days before yesterday, or the second of a fever. */
export const useSlot = (id: string) =>
  useQuery({
    queryKey: ['slot', 'one', id],
    queryFn: (): Promise<SlotView> => call('getSlot', { params: { id } }),
    enabled: id !== '',
  });

const extraKey = (residentId: string, id: string) => ['slot', 'extra', residentId, id];

/** A reading of somebody that belongs to no slot, or what stands in its place by now. */
export const useExtraReading = (residentId: string, id: string) =>
  useQuery({
    queryKey: extraKey(residentId, id),
    queryFn: async (): Promise<ReadingView | null> =>
      standing((await call('getCurve', { params: { id: residentId }, query: {} })).points, id),
    enabled: id !== '',
  });

/** The reading of this id; where it was corrected, the last that stands in its place. */
function standing(points: readonly CurvePoint[], id: string): CurvePoint | null {
  const next = points.find(({ correctionOf }) => correctionOf === id);
  return next ? standing(points, next.id) : (points.find((point) => point.id === id) ?? null);
}

/** A reading without a slot has arrived: it is there without being asked for. */
export const putExtraReading = (residentId: string, reading: ReadingView): void =>
  void queryClient.setQueryData(extraKey(residentId, reading.id), reading);

interface Owner {
  accountId: string;
  householdId: string;
}

/**
 * Slots as the server has just answered them, wherever they are shown and kept: on a bad network too nobody is asked for what
 * has arrived.
 */
export function putSlots(slots: readonly SlotView[], { accountId, householdId }: Owner): void {
  const replaced = (before: readonly SlotView[]) =>
    before.map((slot) => slots.find(({ id }) => id === slot.id) ?? slot);
  const owedKey = ['slot', 'owed', householdId];
  for (const [queryKey, before] of queryClient.getQueriesData<SlotView[]>({ queryKey: owedKey })) {
    if (!before) continue;
    const owed = queryClient.setQueryData(queryKey, replaced(before));
    keep(accountId, owedName(householdId), owed);
  }
  for (const slot of slots) {
    queryClient.setQueryData<SlotView>(['slot', 'one', slot.id], slot);
    queryClient.setQueryData<{ items: SlotView[] }>(
      ['slot', slot.observationId],
      (before) => before && { ...before, items: replaced(before.items) },
    );
  }
}
