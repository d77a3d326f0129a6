import { placer } from '@shared/grids/place';
import type { Address } from '@shared/roster/address';
import { problem } from '../platform/problem';
import type { GridPlace } from '../roster';
import type { GridDoc } from './model';

/**
 * Where doors lie: leaf grid, path and patch. A door that no leaf grid claims lies in the top grid; routing sees that this
 * is no leaf and sends its work to the office. Made once for a tree, asked for many doors.
 */
export function placesIn(grids: GridDoc[]): (address: Address) => GridPlace {
  const find = placer(grids);
  return (address) => {
    const found = find(address);
    const { _id, path } = found?.grid ?? topGrid(grids);
    return { gridId: _id, gridPath: path, ...(found?.patch && { patchId: found.patch._id }) };
  };
}

export function topGrid(grids: GridDoc[]): GridDoc {
  const top = grids.find((grid) => !grid.parentId);
  if (!top) throw problem('internal');
  return top;
}
