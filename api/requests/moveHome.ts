import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { hearRequests } from './hearing';
import { Requests } from './model';
import { movePayments } from './movePayments';
import { Reconciliations } from './reconciliationModel';

interface Homes {
  communityId: Types.ObjectId;
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/** One household became part of another behind the same door: the errands and cases it had, and what it owes, are that one's. In the caller's transaction. */
export async function moveHome(
  ctx: Context,
  { communityId, from, into }: Homes,
  session: ClientSession,
): Promise<void> {
  const docs = await Requests(ctx)
    .find({ communityId, householdId: from }, { _id: 1 })
    .session(session)
    .lean();
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
  await hearRequests(ctx, moved, { householdId: into }, session);
  await Reconciliations(ctx).updateMany(
    { communityId, requestId: { $in: ids } },
    { $set: { householdId: into } },
    { session },
  );
  await movePayments(ctx, { communityId, householdId: from }, { householdId: into }, session);
}
