/** Signs that are not taken for one another when they are read aloud or written down. */
export const receiptSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const receiptLength = 16;
/** As it is typed: small letters, blanks and dashes do not matter. */
export const readReceipt = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');
