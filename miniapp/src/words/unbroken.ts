/** A number and its measure: no line ends between them. */
export const unbroken = (text: string): string => text.replace(/ /g, '\u00a0');
