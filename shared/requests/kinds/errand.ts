import type { Ladder } from '../../ladder';
import type { ErrandState } from '../errandLife';
import type { Details, Fields, Words } from '../fields';
import type { Shopping } from '../shopAreas';

/** Who may accept an errand, beside the team it may go to. */
export type Server = 'worker' | 'volunteer';

/** A kind of request that brings or takes something (domain, section 5). */
export interface ErrandKind<Name extends string = string> {
  name: Name;
  life: 'errand';
  words: Words;
  /** What the household says; form, check and card follow from it. */
  fields: Fields;
  /** Something has to be bought or fetched for money before it is carried. */
  isBought: boolean;
  /** Made where many order together; nobody places one by itself. */
  isJoined?: true;
  /** Of what is bought: how it stands on the shopping list. */
  shopping?: Shopping;
  /** Of what is used up: after how many days the household is asked whether to order again; null where that is not known. */
  runsLow?: (details: Details) => number | null;
  servedBy: readonly Server[];
}

/** Who hears when an errand stands still in a state; counted from the moment it began. */
export const errandLadders: Partial<Record<ErrandState, Ladder>> = {
  assigned: [
    { name: 'placed', afterMinutes: 0, tells: ['responsible'] },
    { name: 'waiting', afterMinutes: 30, tells: ['responsible'] },
    { name: 'leader', afterMinutes: 60, tells: ['leader'] },
    { name: 'office', afterMinutes: 120, tells: ['office'] },
  ],
  // A lease ends what stands still before it is bought; afterwards only people do.
  purchased: [
    { name: 'carrying', afterMinutes: 60, tells: ['responsible'] },
    { name: 'carryingLeader', afterMinutes: 120, tells: ['leader'] },
  ],
  // Counted from the day on which it runs low, of what is used up.
  closed: [{ name: 'runningLow', afterMinutes: 0, tells: ['person', 'contact'], orTells: ['responsible'] }],
  onTheWay: [
    { name: 'onTheWay', afterMinutes: 60, tells: ['responsible'] },
    { name: 'onTheWayLeader', afterMinutes: 120, tells: ['leader'] },
  ],
};
