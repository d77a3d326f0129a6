import { type PlacedGrid, placer } from '@shared/grids/place';
import { contains } from '@shared/grids/scope';
import type { Address } from '@shared/roster/address';
import { Problem } from '../../platform/problem';

export interface Door {
  address: Address;
  door: string;
}

/** Doors that a grid and another one of its level claim, or two of its patches. */
export interface Overlap {
  path: string;
  other: string;
  doors: string[];
}

const named = 10;

/** What is claimed twice because of one grid, each with the doors. Pure. */
export function overlapsOf<G extends PlacedGrid & { name: string }>(
  grids: readonly G[],
  changed: G,
  doors: readonly Door[],
): Overlap[] {
  const find = placer(grids);
  const found = new Map<string, Overlap>();
  const note = (path: string, other: string, door: string) => {
    const overlap = found.get(path + other) ?? { path, other, doors: [] };
    overlap.doors.push(door);
    found.set(path + other, overlap);
  };
  for (const { address, door } of doors) {
    const place = find(address);
    if (!place) continue;
    const claims = [place.grid, ...place.rivals];
    if (!claims.includes(changed)) continue;
    for (const other of claims) if (other !== changed) note('scope', other.name, door);
    if (place.grid !== changed) continue;
    const claiming = changed.patches.flatMap(({ scope }, i) => (contains(scope, address) ? [i] : []));
    for (const i of claiming.slice(1)) note(`patches.${i}.scope`, `${(claiming[0] ?? 0) + 1}`, door);
  }
  return [...found.values()];
}

/** Problem: grid.overlap, the doors named. */
export function refuseOverlaps(overlaps: Overlap[]): void {
  const [first] = overlaps;
  if (!first) return;
  const paramsOf = ({ other, doors }: Overlap) => ({
    grid: other,
    count: doors.length,
    doors: doors.slice(0, named).join('、'),
  });
  throw new Problem(
    'grid.overlap',
    paramsOf(first),
    overlaps.map((overlap) => ({ path: overlap.path, code: 'grid.overlap', params: paramsOf(overlap) })),
  );
}
