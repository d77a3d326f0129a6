import { audience } from '@shared/live';
import type { ClientSession } from 'mongoose';
import type { Context, Rehousing } from '../context';
import { hearRequests } from './hearing';
import { Requests } from './model';
import { movePayments } from './movePayments';
import { Reconciliations } from './reconciliationModel';

/** What people asked for, and what was laid out for it, is of the household they are part of now; with `intoResidentId` of that person. In the caller’s transaction. */
export async function rehouseRequests(
  ctx: Context,
  { communityId, residentIds, householdId, intoResidentId, emptied }: Rehousing,
  session: ClientSession,
): Promise<void> {
  const theirs = { communityId, residentId: { $in: residentIds } };
  const docs = await Requests(ctx).find(theirs, { householdId: 1 }).session(session).lean();
  const ids = docs.map(({ _id }) => _id);
  const moved = { communityId, _id: { $in: ids } };
  await Requests(ctx).updateMany(
    moved,
    {
      $set: { householdId, ...(intoResidentId && { residentId: intoResidentId }) },
      $pullAll: { audience: docs.map((doc) => audience.household(String(doc.householdId))) },
      $inc: { version: 1 },
    },
    { session },
  );
  await hearRequests(ctx, moved, { householdId }, session);
  await Reconciliations(ctx).updateMany(
    { communityId, requestId: { $in: ids } },
    { $set: { householdId } },
    { session },
  );
  const owing = { householdId, ...(intoResidentId && { residentId: intoResidentId }) };
  await movePayments(ctx, theirs, owing, session);
  // What a household owes as a whole goes with the last of it.
  if (emptied) await movePayments(ctx, { communityId, householdId: emptied }, { householdId }, session);
}
