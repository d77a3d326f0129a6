import type { SlotView } from '@shared/schedules/contract';

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

/** Slots in order of time; `unsent` are those whose reading waits on this phone. */
export function owedAt(
  slots: readonly SlotView[],
  { at, unsent }: { at: Date; unsent: ReadonlyMap<string, number> },
): OwedNow {
  const begun = slots.filter(({ opensAt }) => new Date(opensAt) <= at);
  const last = begun[begun.length - 1];
  const shown = begun
    .filter(({ day, window }) => day === last?.day && window === last.window)
    .map((slot) => asOf(slot, at));
  return {
    slots: shown,
    owed: shown.filter((slot) => isUnsettled(slot) && !unsent.has(slot.id) && slot.mayReport),
    isOpen: last !== undefined && at < new Date(last.closesAt),
    next: slots.find(({ opensAt }) => new Date(opensAt) > at) ?? null,
  };
}
