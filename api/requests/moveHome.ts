import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Errands } from './model';
import { Payments } from './paymentModel';

interface Homes {
  communityId: Types.ObjectId;
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/** One household became part of another behind the same door: the errands it had as a whole are that one's. In the caller's transaction. */
export async function moveHome(
  ctx: Context,
  { communityId, from, into }: Homes,
  session: ClientSession,
): Promise<void> {
  const of = { communityId, householdId: from, life: 'errand' } as const;
  const docs = await Errands(ctx).find(of, { _id: 1 }).session(session).lean();
  if (!docs.length) return;
  const ids = docs.map(({ _id }) => _id);
  const moved = { communityId, _id: { $in: ids } };
  await Errands(ctx).updateMany(
    moved,
    {
      $set: { householdId: into },
      $pull: { audience: audience.household(String(from)) },
      $inc: { version: 1 },
    },
    { session },
  );
  const hears = { $addToSet: { audience: audience.household(String(into)) } };
  await Errands(ctx).updateMany(moved, hears, { session });
  await Payments(ctx).updateMany(
    { communityId, requestId: { $in: ids } },
    { $set: { householdId: into }, ...hears, $inc: { version: 1 } },
    { session },
  );
}
