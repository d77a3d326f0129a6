/** Full-width letters, digits and signs as half-width ones, ideographic blanks as blanks: how input methods leave them. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
