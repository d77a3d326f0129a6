/** Four levels of grids; the level says nothing about the address (domain, section 1). */
export const gridLevels = ['community', 'composite', 'estate', 'building'] as const;
export type GridLevel = (typeof gridLevels)[number];
