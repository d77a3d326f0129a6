import { type Address, doorOf } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { type DwellingDoc, Dwellings } from '../../roster';
import { type GridDoc, Grids } from '../model';
import { placeOf } from '../placeOf';

export interface PlannedDwellings {
  /** Every door of the file by its key, the new ones among them. */
  byKey: Map<string, DwellingDoc>;
  known: DwellingDoc[];
  fresh: DwellingDoc[];
  grids: GridDoc[];
}

/** The doors of a file, and which of them are new. Reads only. */
export async function planDwellings(
  ctx: Context,
  communityId: Types.ObjectId,
  doors: Map<string, Address>,
  occupied: Set<string>,
): Promise<PlannedDwellings> {
  const grids = await Grids(ctx).find({ communityId }).lean();
  const known = await Dwellings(ctx)
    .find({ communityId, key: { $in: [...doors.keys()] } })
    .lean();
  const byKey = new Map<string, DwellingDoc>(known.map((doc) => [doc.key, doc]));
  const fresh: DwellingDoc[] = [];
  for (const [key, address] of doors) {
    if (byKey.has(key)) continue;
    const doc = dwellingOf(communityId, key, address, grids, occupied.has(key));
    byKey.set(key, doc);
    fresh.push(doc);
  }
  return { byKey, known, fresh, grids };
}

/** Makes the doors that are new and puts every door of the file under its grid. */
export async function writeDwellings(ctx: Context, { known, fresh, grids }: PlannedDwellings): Promise<void> {
  await insertAll(Dwellings(ctx), fresh);
  await replace(ctx, known, grids);
}

function dwellingOf(
  communityId: Types.ObjectId,
  key: string,
  address: Address,
  grids: GridDoc[],
  isOccupied: boolean,
): DwellingDoc {
  return {
    _id: new Types.ObjectId(),
    communityId,
    address,
    key,
    door: doorOf(address),
    order: [address.estate, address.building, address.unit, address.room].map(sortable).join('|'),
    tenure: isOccupied ? 'unknown' : 'empty',
    ...placeOf(grids, address),
  };
}

/** `2号` sorts before `10号`. */
const sortable = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/** Doors that lie in another grid than before, because the sheet of grids changed. */
async function replace(ctx: Context, known: DwellingDoc[], grids: GridDoc[]): Promise<void> {
  const moved = known.flatMap((doc) => {
    const place = placeOf(grids, doc.address);
    const isSame =
      place.gridId.equals(doc.gridId) && String(place.patchId ?? '') === String(doc.patchId ?? '');
    return isSame ? [] : [{ updateOne: { filter: { _id: doc._id }, update: { $set: place } } }];
  });
  if (moved.length) await Dwellings(ctx).bulkWrite(moved);
}
