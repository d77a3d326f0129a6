import { type PlacedGrid, placer } from '@shared/grids/place';
import { type Address, doorOf } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { Dwellings } from '../../roster';
import { Grids } from '../model';
import type { PlannedGrids } from './planGrids';

const namedDoors = 5;

/** A grid as it would be after the import, by its code. */
interface ClaimingGrid extends PlacedGrid {
  code: string;
  row: number | null;
}

/** Takes out the rows whose grid claims a door that another grid of its level has: of two in the sheet the later one. Reads only. */
export async function refuseClaimedTwice(
  ctx: Context,
  communityId: Types.ObjectId,
  planned: PlannedGrids,
  doors: Map<string, Address>,
): Promise<PlannedGrids> {
  if (!planned.rows.length) return planned;
  const [known, dwellings] = await Promise.all([
    Grids(ctx).find({ communityId, endedAt: null }).lean(),
    Dwellings(ctx).find({ communityId }, { address: 1 }).lean(),
  ]);
  const codeOf = new Map(known.map(({ _id, code }) => [String(_id), code]));
  const stand = known.map(
    ({ code, parentId, level, scope }): ClaimingGrid => ({
      ...{ _id: code, code, row: null, level, scope, patches: [] },
      parentId: parentId ? codeOf.get(String(parentId)) : null,
    }),
  );
  const addresses = [...doors.values(), ...dwellings.map(({ address }) => address)];
  const refused = claimedTwice(planned, stand, addresses);
  if (!refused.size) return planned;
  return {
    rows: planned.rows.filter(({ code }) => !refused.has(code)),
    refused: [
      ...planned.refused,
      ...planned.rows.flatMap(({ sheet: sheetName, code, row }) => {
        const params = refused.get(code);
        return params
          ? [{ sheet: 'grids', sheetName, row, path: 'range', code: 'grid.overlap', params }]
          : [];
      }),
    ],
  };
}

/** The codes to be refused, each with the other grid and some of the doors. Pure. */
export function claimedTwice(
  { rows }: PlannedGrids,
  stand: readonly ClaimingGrid[],
  addresses: readonly Address[],
): Map<string, { grid: string; doors: string }> {
  const sheet = new Map(
    rows.map(({ code, row, parentCode, level, scope }): [string, ClaimingGrid] => [
      code,
      { _id: code, code, row, parentId: parentCode, level, scope, patches: [] },
    ]),
  );
  const find = placer([...stand.filter(({ code }) => !sheet.has(code)), ...sheet.values()]);
  const before = placer(stand);
  const found = new Map<string, { grid: string; doors: string[] }>();
  for (const address of addresses) {
    const place = find(address);
    if (!place?.rivals.length || before(address)?.rivals.length) continue;
    const [first, ...later] = [place.grid, ...place.rivals].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    for (const { code } of later) {
      const claim = found.get(code) ?? { grid: first?.code ?? '', doors: [] };
      claim.doors.push(doorOf(address));
      found.set(code, claim);
    }
  }
  return new Map(
    [...found].map(([code, { grid, doors }]) => [
      code,
      { grid, doors: [...new Set(doors)].slice(0, namedDoors).join('、') },
    ]),
  );
}
