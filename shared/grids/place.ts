import type { Address } from '../roster/address';
import { type GridLevel, gridLevels } from './levels';
import { contains, type Scope } from './scope';

/** What placing reads of a grid; ids of any kind that print as themselves. */
export interface PlacedGrid {
  _id: unknown;
  parentId?: unknown;
  level: GridLevel;
  scope: Scope;
  patches: readonly { _id: unknown; scope: Scope }[];
}

export interface FoundPlace<G extends PlacedGrid> {
  grid: G;
  /** Several patches of one grid may not claim a door; the first one has it. */
  patch: G['patches'][number] | null;
  /** Other leaf grids of the same level that claim the door as well; none where the tree is right. */
  rivals: G[];
}

/** Grids without grids below them; only these have doors (domain, section 2). */
export function leavesOf<G extends PlacedGrid>(grids: readonly G[]): G[] {
  const parents = new Set(grids.flatMap(({ parentId }) => (parentId ? [String(parentId)] : [])));
  return grids.filter(({ _id }) => !parents.has(String(_id)));
}

/** Whether a grid says that a door is its own; the top grid holds all of the community whatever its scope says. */
export const claims = ({ parentId, scope }: PlacedGrid, address: Address): boolean =>
  !parentId || contains(scope, address);

/**
 * Where a door lies: the leaf grid of the finest level that claims it, and its patch. Null: no leaf grid claims it, its
 * work goes to the office. Made once for a tree, asked for many doors. Pure.
 */
export function placer<G extends PlacedGrid>(
  grids: readonly G[],
): (address: Address) => FoundPlace<G> | null {
  const fineness = (grid: G) => gridLevels.indexOf(grid.level);
  const leaves = leavesOf(grids).sort(
    (a, b) => fineness(b) - fineness(a) || String(a._id).localeCompare(String(b._id)),
  );
  return (address) => {
    const [grid, ...others] = leaves.filter((leaf) => claims(leaf, address));
    if (!grid) return null;
    const patch = grid.patches.find(({ scope }) => contains(scope, address)) ?? null;
    return { grid, patch, rivals: others.filter((other) => fineness(other) === fineness(grid)) };
  };
}
