import type { Rules } from './rules';

/** Keeps who lives in the building current: names and doors, no health data, no papers. */
export const buildingHead: Rules = (may, rights, here) => {
  const inGrids = { ...here, gridPath: { $in: rights.grids } };
  may(['read', 'ask'], 'Dwelling', inGrids);
  may('read', 'Household', inGrids);
  may(['read', 'readNames', 'propose'], 'Resident', inGrids);
  may(['read', 'propose'], 'Correction', inGrids);
};
