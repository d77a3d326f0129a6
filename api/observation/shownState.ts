import type { ObservationState } from '@shared/observation/life';
import type { Who } from '../context';
import { seesHealth } from '../platform/visible';
import type { ObservationDoc } from './model';

/** Being away in a hospital says how somebody is: to whoever they closed that to, the observation goes on (domain, section 1). */
export const shownState = (
  who: Who,
  doc: Pick<ObservationDoc, 'state' | 'communityId' | 'residentId' | 'householdId' | 'gridPath'> & {
    partyId?: ObservationDoc['partyId'];
  },
): ObservationState => (doc.state === 'referred' && !seesHealth(who, doc) ? 'open' : doc.state);

/** The same as a filter: nobody finds out by asking for those who are away. */
export function inShownState({ membership }: Who, state: ObservationState): object {
  const closed = membership?.closedIds ?? [];
  if (!closed.length) return { state };
  if (state === 'referred') return { state, residentId: { $nin: closed } };
  if (state !== 'open') return { state };
  return { $or: [{ state }, { state: 'referred', residentId: { $in: closed } }] };
}
