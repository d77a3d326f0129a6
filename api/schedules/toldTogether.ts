import { type Rung, toldAtHome } from '@shared/ladder';
import { slotKindOf } from '@shared/schedules/kinds';
import type { Types } from 'mongoose';
import type { SlotDoc } from './model';
import type { AtHome } from './peopleAtHome';

/** Whom a slot is about at home, and whether being asked for it says how somebody is. */
export const toldOfSlot = (doc: SlotDoc) => ({ ...doc, isHealth: slotKindOf(doc.kind).isHealth === true });

/** Whom a rung of a slot tells at home; of a rung by credit whoever may be the one. */
export const toldOfRung = (home: AtHome, doc: SlotDoc, { tells, byCredit }: Rung): Types.ObjectId[] =>
  byCredit ? home.choicesOf(toldOfSlot(doc)) : home.accountsOf(toldOfSlot(doc), toldAtHome(tells));

/**
 * How the ids of the messages about a slot begin: a household and a grid hear of a window once, whoever of them it is about. What stands
 * alone is its own occasion: the next fever of the same day asks again.
 */
export function toldTogether({
  _id,
  kind,
  day,
  window,
  requestId,
  householdId,
  gridId,
}: Pick<SlotDoc, '_id' | 'kind' | 'day' | 'window' | 'requestId' | 'householdId' | 'gridId'>) {
  const when = `${kind}:${day}:${window}`;
  const own = requestId && `slot:${String(_id)}`;
  return {
    household: `${own ?? `household:${String(householdId)}`}:${when}`,
    staff: `${own ?? `grid:${String(gridId)}`}:${when}`,
  };
}
