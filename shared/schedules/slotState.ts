export const slotStates = ['open', 'done', 'late', 'missed', 'excused'] as const;
export type SlotState = (typeof slotStates)[number];

export interface SlotFacts {
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  /** takenAt of the reading that settled it, if one did. */
  settledAt: Date | null;
  excused: boolean;
}

/**
 * The state is a function of the window, what settled it and the moment, never of whether a sweep has run
 * (domain, section 4).
 */
export function slotStateAt(facts: SlotFacts, now: Date): SlotState {
  if (facts.excused) return 'excused';
  if (facts.settledAt) return facts.settledAt <= facts.dueAt ? 'done' : 'late';
  return now < facts.closesAt ? 'open' : 'missed';
}

/** So long after it closed something that was done in time may still arrive and settle a slot. */
export const arrivesWithinHours = 72;

/** Whether something done at a moment and received at another settles a slot that is still unsettled. */
export function settles(
  slot: Pick<SlotFacts, 'opensAt' | 'closesAt'>,
  doneAt: Date,
  receivedAt: Date,
): boolean {
  const latest = slot.closesAt.getTime() + arrivesWithinHours * 3_600_000;
  return slot.opensAt <= doneAt && doneAt <= slot.closesAt && receivedAt.getTime() <= latest;
}
