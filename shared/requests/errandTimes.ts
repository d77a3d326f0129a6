/** Accepted and nothing done: so long it is held (domain, section 5). */
export const leaseMinutes = 30;
/** So long after it was delivered the household may object; then it is closed without a word of theirs. */
export const objectWithinMinutes = 12 * 60;
