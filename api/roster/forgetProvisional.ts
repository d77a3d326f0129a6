import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import { Households, Residents } from './model';

/**
 * Somebody who declared and was never confirmed is of no concern any more: the file and its key go, and the household that
 * came with it when nobody is left in it. False when there is no such provisional person. In the caller’s transaction.
 */
export async function forgetProvisional(
  ctx: Context,
  communityId: Types.ObjectId,
  residentId: Types.ObjectId,
  session: ClientSession,
): Promise<boolean> {
  const doc = await Residents(ctx)
    .findOneAndDelete({ communityId, _id: residentId, provisional: true }, { session })
    .lean();
  if (!doc) return false;
  await ctx.seals.destroy([dataKeyId('roster', residentId)], session);
  const { householdId } = doc;
  const isLeft = await Residents(ctx).exists({ communityId, householdId }).session(session);
  const gone = isLeft
    ? null
    : await Households(ctx).deleteOne({ communityId, _id: householdId, provisional: true }, { session });
  const ofHousehold = gone?.deletedCount ? householdId : null;
  await ctx.hooks.personForgotten({ communityId, residentId, householdId: ofHousehold }, session);
  return true;
}
