/** Accepted and nothing done: so long it is held (domain, section 5). */
export const leaseMinutes = 30;
/** So long after it was delivered the household may object; then it is closed without a word of theirs. */
export const objectWithinMinutes = 12 * 60;
/** Of deliveries that only a name proves one in so many is asked about by telephone (domain, section 5). */
export const rungOneIn = 20;
/** So long after it was delivered somebody is to ring, and again after nobody was reached. */
export const ringAfterMinutes = 60;
/** So long they may try; then it is closed like any other. */
export const ringWithinMinutes = 36 * 60;
