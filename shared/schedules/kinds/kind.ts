import type { Ladder } from '../../ladder';
import type { PlannedSlot, Window } from '../windows';

export type SettledBy = 'reading' | 'visit' | 'collection';

/**
 * A kind of thing that is owed in a window: this file, its line in the index, and what settles it. Everything else (planning,
 * states, reminders, lists, excuses) is the mechanism's.
 */
export interface SlotKind<Name extends string = string> {
  name: Name;
  /**
   * What settles it: a temperature, whoever takes it (`settleReading`), the word of whoever followed up (`logVisit`), or of whoever took it
   * away (`collectTrash`).
   */
  settledBy: SettledBy;
  /** That there is one says how somebody is: nobody else’s business where an adult has closed that. */
  isHealth?: true;
  /** The windows of a day where the community has set no others; empty where a slot stands alone. */
  windows: readonly Window[];
  /** Who is told of one that is still owed, counted from its due time. */
  ladder(slot: Pick<PlannedSlot, 'opensAt' | 'dueAt' | 'closesAt'>): Ladder;
}

/** Minutes from the due time; negative is before. */
export const minutesFromDue = ({ dueAt }: Pick<PlannedSlot, 'dueAt'>, at: Date): number =>
  Math.round((at.getTime() - dueAt.getTime()) / 60_000);
