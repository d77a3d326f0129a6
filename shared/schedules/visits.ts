import type { SlotState } from './slotState';

/** How somebody was followed up (domain, section 6). */
export const visitMeans = ['phone', 'wechat', 'door'] as const;
/** `well` and `unwell` reached the person; the others leave the visit owed. */
export const visitResults = ['well', 'unwell', 'noAnswer', 'refused'] as const;
export type VisitResult = (typeof visitResults)[number];
/** What came up; each becomes a request. */
export const visitNeeds = ['groceries', 'medicine', 'trash', 'doctor', 'talk', 'other'] as const;

export const isReached = (result: VisitResult): boolean => result === 'well' || result === 'unwell';

export const reached = visitResults.filter(isReached);

/** Still to be followed up: nobody has reached them, in time or after it. */
export const isToVisit = ({
  state,
  visits,
}: {
  state: SlotState;
  visits: { result: VisitResult }[];
}): boolean => (state === 'open' || state === 'missed') && !visits.some(({ result }) => isReached(result));
