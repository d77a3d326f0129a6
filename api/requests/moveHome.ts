import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Requests } from './model';

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
  const moved = { communityId, _id: { $in: docs.map(({ _id }) => _id) } };
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
}
