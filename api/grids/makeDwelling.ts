import { type Address, addressKey, doorOf, doorOrder } from '@shared/roster/address';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { type DwellingDoc, Dwellings, type GridPlace } from '../roster';
import { Grids } from './model';
import { placesIn } from './placeOf';

/** A door as it lies in the grids, not written yet. */
export const newDwelling = (
  communityId: Types.ObjectId,
  address: Address,
  place: GridPlace,
  tenure: DwellingDoc['tenure'],
): DwellingDoc => ({
  _id: new Types.ObjectId(),
  communityId,
  address,
  key: addressKey(address),
  door: doorOf(address),
  order: doorOrder(address),
  tenure,
  ...place,
});

/** The door of an address, made if the roster has none. In the caller's transaction. */
export async function makeDwelling(
  ctx: Context,
  communityId: Types.ObjectId,
  address: Address,
  session: ClientSession,
): Promise<DwellingDoc> {
  const key = addressKey(address);
  const known = await Dwellings(ctx).findOne({ communityId, key }).session(session).lean();
  if (known) return known;
  const grids = await Grids(ctx)
    .find({ communityId, endedAt: null })
    .sort({ _id: 1 })
    .session(session)
    .lean();
  const doc = newDwelling(communityId, address, placesIn(grids)(address), 'unknown');
  await insertAll(Dwellings(ctx), [doc], session);
  return doc;
}
