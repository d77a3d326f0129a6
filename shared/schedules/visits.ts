/** How somebody was followed up (domain, section 6). */
export const visitMeans = ['phone', 'wechat', 'door'] as const;
/** `well` and `unwell` reached the person; the others leave the visit owed. */
export const visitResults = ['well', 'unwell', 'noAnswer', 'refused'] as const;
export type VisitResult = (typeof visitResults)[number];
/** What came up; each becomes a request. */
export const visitNeeds = ['groceries', 'medicine', 'trash', 'doctor', 'talk', 'other'] as const;

export const isReached = (result: VisitResult): boolean => result === 'well' || result === 'unwell';
