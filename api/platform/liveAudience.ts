import type { Subject } from '@shared/abilities';
import type { Who } from '../context';
import type { Change } from './changes';
import { abilitiesOf } from './visible';

/** Collection → the entity name on the wire, and what has to be seen to hear of it. Nothing else is announced. */
export const announced: Record<string, { entity: string; subject?: Subject }> = {
  returns: { entity: 'return', subject: 'Return' },
  leavings: { entity: 'leaving', subject: 'Leaving' },
  handovers: { entity: 'handover', subject: 'Handover' },
  observations: { entity: 'observation', subject: 'Observation' },
  slots: { entity: 'slot', subject: 'Slot' },
  requests: { entity: 'request', subject: 'Request' },
  groupBuys: { entity: 'groupBuy', subject: 'GroupBuy' },
  payments: { entity: 'payment', subject: 'Payment' },
  reconciliations: { entity: 'reconciliation', subject: 'Reconciliation' },
  messages: { entity: 'notice' },
  grids: { entity: 'grid' },
  gridMoves: { entity: 'gridMove' },
  absences: { entity: 'absence' },
};

/**
 * Whether somebody who holds a key of a change may know of it: a mandate to declare hears of no observation, and whoever
 * joined a declaration of others hears of the people they named. A place is left to the keys: who gave something away hears it go.
 */
export function mayHear(who: Who, { collection, residentId }: Change): boolean {
  const subject = announced[collection]?.subject;
  if (subject && !abilitiesOf(who).can('read', subject)) return false;
  // Whoever closed own health data is announced to nobody else of the household.
  if (residentId && who.membership?.closedIds.includes(residentId))
    return subject === 'Return' || subject === 'Leaving';
  const named = who.membership?.residentIds;
  return !residentId || !named?.length || named.includes(residentId);
}
