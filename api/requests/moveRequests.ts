import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import type { GridPlace } from '../roster';
import { Slots } from '../schedules';
import { type RequestDoc, Requests } from './model';

interface Moved {
  /** The entry of the roster that the person turned out to be. */
  residentId?: Types.ObjectId;
  householdId?: Types.ObjectId;
  /** The door where the person really is. */
  place?: GridPlace & { door: string; order: string };
}

/**
 * Somebody with an open case turned out to be another entry of the roster, or to live behind another door: the case and what it
 * asked for go along, so that the right people see it. In the caller's transaction.
 */
export async function moveRequests(
  ctx: Context,
  { communityId, residentId }: { communityId: Types.ObjectId; residentId: Types.ObjectId },
  moved: Moved,
  session: ClientSession,
): Promise<void> {
  const open = await Requests(ctx).find({ communityId, residentId, open: true }).session(session).lean();
  for (const { _id, kind } of open) {
    const changes = await changesOf(ctx, communityId, kind, moved, session);
    await Requests(ctx).updateOne({ communityId, _id }, changes, { session });
    await Slots(ctx).updateMany({ communityId, requestId: _id, settledAt: null }, changes, { session });
  }
}

async function changesOf(
  ctx: Context,
  communityId: Types.ObjectId,
  kind: RequestDoc['kind'],
  { residentId, householdId, place }: Moved,
  session: ClientSession,
) {
  // Two open fevers of one person stay two until somebody has looked at both.
  const isTaken =
    residentId &&
    (await Requests(ctx).exists({ communityId, residentId, kind, open: true }).session(session));
  const heard = [
    ...(householdId ? [audience.household(String(householdId))] : []),
    ...(place ? [audience.grid(String(place.gridId))] : []),
  ];
  return {
    $set: { ...(residentId && !isTaken && { residentId }), ...(householdId && { householdId }), ...place },
    ...(heard.length && { $addToSet: { audience: { $each: heard } } }),
    $inc: { version: 1 },
  };
}
