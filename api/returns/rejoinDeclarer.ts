import { type ClientSession, Types } from 'mongoose';
import type { MembershipDoc } from '../accounts';
import type { Context } from '../context';
import { Returns } from './model';

/** What an account declared goes on under the account it became: there it is told what happens next. */
export async function rejoinDeclarer(
  ctx: Context,
  { from, to, moved }: { from: string; to: string; moved: MembershipDoc[] },
  session: ClientSession,
): Promise<void> {
  for (const { communityId, partyId, householdId } of moved) {
    const seen = [...(partyId ? [{ partyId }] : []), ...(householdId ? [{ householdId }] : [])];
    if (!seen.length) continue;
    await Returns(ctx).updateMany(
      { communityId, $or: seen, 'declaredBy.accountId': new Types.ObjectId(from) },
      { $set: { 'declaredBy.accountId': new Types.ObjectId(to) } },
      { session },
    );
  }
}
