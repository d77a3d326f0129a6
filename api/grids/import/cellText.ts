/**
 * A spreadsheet takes a text that begins with one of these for a formula, at the latest when it is saved as csv.
 * What is written gets an apostrophe before it, and loses it when it comes back.
 */
export const neutralise = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

export const withoutApostrophe = (text: string): string => text.replace(/^'(?=[=+\-@\t])/, '');

/** Masked texts come from an export without a reason; they say nothing that could be taken into the roster. */
export const isMasked = (text: string): boolean => text.includes('**');
