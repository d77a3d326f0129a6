import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Requests } from './model';
import { Payments } from './paymentModel';

interface Homes {
  communityId: Types.ObjectId;
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/** One household became part of another behind the same door: the errands and cases it had are that one's. In the caller's transaction. */
export async function moveHome(
  ctx: Context,
  { communityId, from, into }: Homes,
  session: ClientSession,
): Promise<void> {
  const docs = await Requests(ctx)
    .find({ communityId, householdId: from }, { _id: 1 })
    .session(session)
    .lean();
  if (!docs.length) return;
  const ids = docs.map(({ _id }) => _id);
  const moved = { communityId, _id: { $in: ids } };
  await Requests(ctx).updateMany(
    moved,
    {
      $set: { householdId: into },
      $pull: { audience: audience.household(String(from)) },
      $inc: { version: 1 },
    },
    { session },
  );
  const hears = { $addToSet: { audience: audience.household(String(into)) } };
  await Requests(ctx).updateMany({ ...moved, privateTo: { $exists: false } }, hears, { session });
  await Payments(ctx).updateMany(
    { communityId, requestId: { $in: ids } },
    { $set: { householdId: into }, ...hears, $inc: { version: 1 } },
    { session },
  );
}
