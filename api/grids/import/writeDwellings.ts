import type { Address } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { type DwellingDoc, Dwellings } from '../../roster';
import { newDwelling } from '../makeDwelling';
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
    const tenure = occupied.has(key) ? 'unknown' : 'empty';
    const doc = newDwelling(communityId, address, placeOf(address), tenure);
    byKey.set(key, doc);
    fresh.push(doc);
  }
  return { byKey, fresh };
}

/** Makes the doors that are new; those that are there already are moved where a grid changed. */
export const writeDwellings = (ctx: Context, { fresh }: PlannedDwellings): Promise<void> =>
  insertAll(Dwellings(ctx), fresh);
