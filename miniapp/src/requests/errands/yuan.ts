/** Money is kept in fen and spoken of in yuan: `¥46.20`, `¥60`. */
export const yuanText = (fen: number): string => `¥${fen % 100 ? (fen / 100).toFixed(2) : fen / 100}`;

/** What was typed as yuan, in fen; null where it is no sum of money. */
export const fenOf = (typed: string): number | null =>
  /^\d{1,7}([.。]\d{1,2})?$/.test(typed) ? Math.round(Number(typed.replace('。', '.')) * 100) : null;
