import { type Address, doorOf } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { type DwellingDoc, Dwellings, type GridPlace } from '../../roster';
import { Grids } from '../model';
import { placesIn } from '../placeOf';

export interface PlannedDwellings {
  /** Every door of the file by its key, the new ones among them. */
  byKey: Map<string, DwellingDoc>;
  fresh: DwellingDoc[];
}

/** The doors of a file, and which of them are new. Reads only. */
export async function planDwellings(
  ctx: Context,
  communityId: Types.ObjectId,
  doors: Map<string, Address>,
  occupied: Set<string>,
): Promise<PlannedDwellings> {
  const grids = await Grids(ctx).find({ communityId, endedAt: null }).sort({ _id: 1 }).lean();
  const placeOf = placesIn(grids);
  const known = await Dwellings(ctx)
    .find({ communityId, key: { $in: [...doors.keys()] } })
    .lean();
  const byKey = new Map<string, DwellingDoc>(known.map((doc) => [doc.key, doc]));
  const fresh: DwellingDoc[] = [];
  for (const [key, address] of doors) {
    if (byKey.has(key)) continue;
    const doc = dwellingOf(communityId, key, address, placeOf(address), occupied.has(key));
    byKey.set(key, doc);
    fresh.push(doc);
  }
  return { byKey, fresh };
}

/** Makes the doors that are new; those that are there already are moved where a grid changed. */
export const writeDwellings = (ctx: Context, { fresh }: PlannedDwellings): Promise<void> =>
  insertAll(Dwellings(ctx), fresh);

function dwellingOf(
  communityId: Types.ObjectId,
  key: string,
  address: Address,
  place: GridPlace,
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
    ...place,
  };
}

/** `2号` sorts before `10号`. */
const sortable = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
