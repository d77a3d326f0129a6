export { Absences } from './absence/absenceModel';
export { createCommunity, type NewCommunity } from './createCommunity';
export { gridEndpoints } from './endpoints';
export { forgetGridBook, gridBook } from './gridBook';
export { importRoster } from './import/importRoster';
export type { LoadedBook } from './loadBook';
export { makeDwelling } from './makeDwelling';
export { type GridDoc, Grids } from './model';
export { gridMoveWork } from './move/gridMoveWork';
export { GridMoves } from './move/moveModel';
export { placesIn, topGrid } from './placeOf';
export { offersOf, ownPools, poolOf, poolsIn } from './pools';
export {
  accountsTold,
  findFor,
  hasLeader,
  presentCalled,
  presentResponsible,
  rungFor,
  subtreeOf,
  type WorkPlace,
} from './responsible';
export { staffNames } from './staffNames';
