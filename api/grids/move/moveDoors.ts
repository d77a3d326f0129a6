import { audience } from '@shared/live';
import type { Context } from '../../context';
import { type DwellingDoc, Dwellings, type GridPlace, rekey, rekeyPeople } from '../../roster';
import { type GridDoc, Grids } from '../model';
import { placesIn } from '../placeOf';
import type { GridMoveDoc } from './moveModel';

export interface MovedBatch {
  /** Absent when no door was left. */
  last?: DwellingDoc['_id'];
  count: number;
  moved: Record<string, number>;
}

const doorsOfBatch = 200;

/**
 * Looks at the next doors after the cursor and puts them, their households and their open work where the tree of this
 * moment says. Idempotent: what is right already is not written. The doors come last, so a door in its place says that all
 * of it is.
 */
export async function moveDoors(ctx: Context, move: GridMoveDoc): Promise<MovedBatch> {
  const { communityId, cursor } = move;
  const all = await Grids(ctx).find({ communityId }).sort({ _id: 1 }).lean();
  const placeOf = placesIn(all.filter(({ endedAt }) => !endedAt));
  const dwellings = await Dwellings(ctx)
    .find({ communityId, ...(cursor && { _id: { $gt: cursor } }) }, { address: 1 })
    .sort({ _id: 1 })
    // The index of the ids alone leads through the doors of other communities.
    .hint({ communityId: 1, _id: 1 })
    .limit(doorsOfBatch)
    .lean();
  const moved: Record<string, number> = {};
  for (const { place, ids } of byPlace(dwellings, placeOf)) {
    const deaf = move.state === 'settling' ? keysBeside(place, all) : [];
    const doors = { communityId, dwellingIds: ids, place, deaf };
    const counts = {
      ...(await rekeyPeople(ctx, doors)),
      ...(await ctx.hooks.rekeyWork(doors)),
      dwellings: await rekey(Dwellings(ctx), { _id: { $in: ids } }, doors),
    };
    for (const [what, n] of Object.entries(counts)) moved[what] = (moved[what] ?? 0) + n;
  }
  const last = dwellings[dwellings.length - 1]?._id;
  return { ...(last && { last }), count: dwellings.length, moved };
}

/** Audience keys of the community's grids that do not lie above a place. */
const keysBeside = ({ gridPath }: GridPlace, grids: GridDoc[]): string[] =>
  grids
    .filter(({ _id }) => !gridPath.some((id) => id.equals(_id)))
    .map(({ _id }) => audience.grid(String(_id)));

interface DoorsOfPlace {
  place: GridPlace;
  ids: DwellingDoc['_id'][];
}

function byPlace(
  dwellings: Pick<DwellingDoc, '_id' | 'address'>[],
  placeOf: ReturnType<typeof placesIn>,
): DoorsOfPlace[] {
  const groups = new Map<string, DoorsOfPlace>();
  for (const { _id, address } of dwellings) {
    const place = placeOf(address);
    const key = `${String(place.gridId)} ${String(place.patchId ?? '')}`;
    const group = groups.get(key) ?? { place, ids: [] };
    group.ids.push(_id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
