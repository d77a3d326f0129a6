import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Cases } from './model';

/** One account became another: what the first raised, and what it alone sees at home, is the second’s. In the caller’s transaction. */
export async function moveRaised(
  ctx: Context,
  { from, to, communityIds }: { from: Types.ObjectId; to: Types.ObjectId; communityIds: Types.ObjectId[] },
  session: ClientSession,
): Promise<void> {
  for (const communityId of communityIds) {
    await Cases(ctx).updateMany(
      { communityId, life: 'case', 'raisedBy.accountId': from },
      { $set: { 'raisedBy.accountId': to } },
      { session },
    );
    await Cases(ctx).updateMany(
      { communityId, life: 'case', privateTo: from },
      {
        $set: { privateTo: to },
        $addToSet: { audience: audience.account(String(to)) },
        $inc: { version: 1 },
      },
      { session },
    );
  }
}
