import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { hearRequests } from './hearing';
import { Requests } from './model';
import { movePayments } from './movePayments';
import { Reconciliations } from './reconciliationModel';

interface Owner {
  householdId: Types.ObjectId;
  /** Whose it is from now on, where that is another entry of the roster. */
  residentId?: Types.ObjectId;
}

/** Requests of whatever state, what is to be found out about them and what was laid out for them are a household’s. In the caller’s transaction. */
export async function joinHome(
  ctx: Context,
  of: { communityId: Types.ObjectId } & Record<string, unknown>,
  owner: Owner,
  session: ClientSession,
): Promise<void> {
  const { communityId } = of;
  const { householdId } = owner;
  const docs = await Requests(ctx)
    .find(of as never, { householdId: 1 })
    .session(session)
    .lean();
  const ids = docs.map(({ _id }) => _id);
  const joined = { communityId, _id: { $in: ids } };
  await Requests(ctx).updateMany(
    joined,
    {
      $set: owner,
      $pullAll: { audience: docs.map((doc) => audience.household(String(doc.householdId))) },
      $inc: { version: 1 },
    },
    { session },
  );
  await hearRequests(ctx, joined, { householdId }, session);
  await Reconciliations(ctx).updateMany(
    { communityId, requestId: { $in: ids } },
    { $set: { householdId } },
    { session },
  );
  await movePayments(ctx, of, owner, session);
}
