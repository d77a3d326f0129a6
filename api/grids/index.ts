export { gridEndpoints } from './endpoints';
export { forgetGridBook, gridBook, type LoadedBook } from './gridBook';
export { importRoster } from './import/importRoster';
export { Absences, type GridDoc, Grids } from './model';
export { placeOf, topGrid } from './placeOf';
export { accountsTold, findFor, presentResponsible, subtreeOf, type WorkPlace } from './responsible';
