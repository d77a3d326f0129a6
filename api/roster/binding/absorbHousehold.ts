import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../../context';
import { Households, placing, type ResidentDoc, Residents } from '../model';

export interface Absorbing {
  communityId: Types.ObjectId;
  /** Made by a declaration, not confirmed yet; any other household stays as it is. */
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/**
 * A provisional household turns out to be one of the roster: its people move there; somebody of exactly the same name is the
 * same person, unless `isTaken` says that this entry cannot stand for both. Answers who became whom, null when nothing moved.
 */
export async function absorbHousehold(
  ctx: Context,
  { communityId, from, into }: Absorbing,
  isTaken: (residentId: Types.ObjectId) => Promise<boolean>,
  session: ClientSession,
): Promise<{ was: Types.ObjectId; is: Types.ObjectId }[] | null> {
  const gone = await Households(ctx).deleteOne({ communityId, _id: from, provisional: true }, { session });
  if (!gone.deletedCount) return null;
  const people = await Residents(ctx).find({ communityId, householdId: from }).session(session).lean();
  const home = await Households(ctx).findOne({ communityId, _id: into }).session(session).lean();
  const place = home && placing(home);
  const moved: { was: Types.ObjectId; is: Types.ObjectId }[] = [];
  for (const person of people) {
    const twin = await findTwin(ctx, person, into, session);
    if (twin && !(await isTaken(twin._id))) {
      await Residents(ctx).deleteOne({ communityId, _id: person._id }, { session });
      moved.push({ was: person._id, is: twin._id });
    } else {
      await Residents(ctx).updateOne(
        { communityId, _id: person._id },
        { ...place, $set: { ...place?.$set, householdId: into } },
        { session },
      );
      moved.push({ was: person._id, is: person._id });
    }
  }
  return moved;
}

const findTwin = (
  ctx: Context,
  { communityId, nameIndex }: ResidentDoc,
  householdId: Types.ObjectId,
  session: ClientSession,
) =>
  Residents(ctx)
    .findOne({
      communityId,
      householdId,
      provisional: { $ne: true },
      'nameIndex.hash': { $in: nameIndex.map(({ hash }) => hash) },
    })
    .session(session)
    .lean();
