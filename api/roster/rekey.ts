import { audience } from '@shared/live';
import type { Model, Types } from 'mongoose';
import type { MovedDoors } from '../context';

/** What a re-keyed document has: a place and, if anybody listens to it, audience keys. */
interface Placed {
  gridId: Types.ObjectId;
  gridPath: Types.ObjectId[];
  patchId?: Types.ObjectId;
  audience?: string[];
}

/**
 * Puts the documents of some doors under the place these doors have now. Repeating it changes nothing, so a move may be cut
 * anywhere; state, version and history stay as they are. The grid that loses a document goes on hearing of it until the move
 * settles: so it learns that it left. `heardIn`: the grids in which it is heard, its leaf unless told. Answers how many were moved.
 */
export async function rekey<Doc extends Placed>(
  model: Model<Doc>,
  of: Record<string, unknown>,
  { communityId, place, deaf }: MovedDoors,
  heardIn = [place.gridId],
): Promise<number> {
  const { gridId, gridPath, patchId } = place;
  const isHeard = Boolean(model.schema.path('audience'));
  const keys = heardIn.map((id) => audience.grid(String(id)));
  const here = { communityId, ...of };
  const elsewhere = [
    { gridId: { $ne: gridId } },
    { gridPath: { $ne: gridPath } },
    patchId ? { patchId: { $ne: patchId } } : { patchId: { $exists: true } },
  ];
  const { modifiedCount } = await model.collection.updateMany(
    { ...here, $or: elsewhere } as never,
    {
      $set: { gridId, gridPath, ...(patchId && { patchId }) },
      ...(!patchId && { $unset: { patchId: '' } }),
      ...(isHeard && { $addToSet: { audience: { $each: keys } } }),
    } as never,
  );
  if (isHeard && deaf.length) {
    const lost = { audience: { $in: deaf } };
    await model.collection.updateMany({ ...here, ...lost } as never, { $pull: lost } as never);
  }
  return modifiedCount;
}
