import { contains } from '@shared/grids/scope';
import type { Address } from '@shared/roster/address';
import { problem } from '../platform/problem';
import type { GridPlace } from '../roster';
import type { GridDoc } from './model';

/** The deepest grid whose scope contains a door, and the patch of it. The top grid contains all of the community. */
export function placeOf(grids: GridDoc[], address: Address): GridPlace {
  const leaf = deepest(grids.filter((grid) => contains(grid.scope, address))) ?? topGrid(grids);
  const patch = leaf.patches.find(({ scope }) => contains(scope, address));
  return { gridId: leaf._id, gridPath: leaf.path, ...(patch && { patchId: patch._id }) };
}

export function topGrid(grids: GridDoc[]): GridDoc {
  const top = grids.find((grid) => !grid.parentId);
  if (!top) throw problem('internal');
  return top;
}

const deepest = (grids: GridDoc[]): GridDoc | undefined =>
  grids.reduce<GridDoc | undefined>(
    (best, grid) => (best && best.path.length >= grid.path.length ? best : grid),
    undefined,
  );
