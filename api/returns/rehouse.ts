import { audience } from '@shared/live';
import type { ClientSession, Model, Types } from 'mongoose';
import type { Context, Rehousing } from '../context';
import { Observations, planDoor } from '../observation';
import { Requests, rehouseRequests } from '../requests';
import { Slots } from '../schedules';
import { ExtraReadings } from '../temperatures';
import { Returns } from './model';

/**
 * People became part of another household: what was declared, observed and measured of them follows, so that the new household
 * sees it and the old one does not; with `intoResidentId` it becomes that person’s. In the caller’s transaction.
 */
export async function rehouse(ctx: Context, rehousing: Rehousing, session: ClientSession): Promise<void> {
  const { communityId, residentIds, householdId, intoResidentId } = rehousing;
  const of = { communityId, residentId: { $in: residentIds } };
  const left: Types.ObjectId[] = await Observations(ctx).distinct('householdId', of).session(session);
  const owner = { householdId, ...(intoResidentId && { residentId: intoResidentId }) };
  for (const model of [Returns(ctx), Observations(ctx), Slots(ctx)] as unknown as Model<Heard>[]) {
    const before = await model
      .find(of as never, { householdId: 1 })
      .session(session)
      .lean<Heard[]>();
    await model.updateMany(of as never, { $set: owner, $inc: { version: 1 } }, { session });
    const now = { communityId, residentId: intoResidentId ?? { $in: residentIds } } as never;
    const gone = [...new Set(before.map((doc) => audience.household(String(doc.householdId))))];
    await model.updateMany(now, { $pullAll: { audience: gone } }, { session });
    await model.updateMany(
      now,
      { $addToSet: { audience: audience.household(String(householdId)) } },
      { session },
    );
  }
  await rehouseRequests(ctx, rehousing, session);
  await ExtraReadings(ctx).updateMany(of, { $set: owner }, { session });
  // The door they left owes nothing more for them, the one behind which they are does.
  if (left.length)
    for (const id of [...left, householdId]) await planDoor(ctx, { communityId, householdId: id }, session);
}

interface Heard {
  householdId: Types.ObjectId;
  audience: string[];
}

/** Whether somebody has a return or a request that has not ended, or an observation that goes on. */
export async function hasOpenWork(
  ctx: Context,
  communityId: Types.ObjectId,
  residentIds: Types.ObjectId[],
  session: ClientSession,
): Promise<boolean> {
  const of = { communityId, residentId: { $in: residentIds } };
  const open = await Returns(ctx)
    .exists({ ...of, ended: false })
    .session(session);
  if (open) return true;
  const asked = await Requests(ctx)
    .exists({ ...of, open: true })
    .session(session);
  if (asked) return true;
  return Boolean(
    await Observations(ctx)
      .exists({ ...of, state: { $in: ['open', 'referred'] } })
      .session(session),
  );
}
