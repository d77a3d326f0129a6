import { type ClientSession, Types } from 'mongoose';
import { Memberships } from '../accounts';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { problem } from '../platform/problem';
import { endMandatesOf } from './mandates/endMandatesOf';
import { Dwellings, type HouseholdDoc, Households, living, placeFieldsOf, placing, Residents } from './model';

/** A household of the roster behind a door, with nobody in it yet. Problem: roster.movedOn when the door is gone. */
export async function makeHousehold(
  ctx: Context,
  communityId: Types.ObjectId,
  dwellingId: Types.ObjectId | string,
  session: ClientSession,
): Promise<HouseholdDoc> {
  const dwelling = await Dwellings(ctx).findOne({ communityId, _id: dwellingId }).session(session).lean();
  if (!dwelling) throw problem('roster.movedOn');
  const { _id, door, tenure } = dwelling;
  if (tenure === 'empty')
    await Dwellings(ctx).updateOne({ communityId, _id }, { $set: { tenure: 'unknown' } }, { session });
  const doc: HouseholdDoc = {
    _id: new Types.ObjectId(),
    communityId,
    dwellingId: _id,
    door,
    provisional: false,
    version: 1,
    ...placeFieldsOf(dwelling),
  };
  await insertAll(Households(ctx), [doc], session);
  return doc;
}

/** The household that is named, behind that door, else a new one there. Problem: roster.movedOn. */
export async function householdAt(
  ctx: Context,
  communityId: Types.ObjectId,
  { dwellingId, householdId }: { dwellingId: string; householdId?: string | undefined },
  session: ClientSession,
): Promise<HouseholdDoc> {
  if (!householdId) return makeHousehold(ctx, communityId, dwellingId, session);
  const household = await Households(ctx)
    .findOne({ communityId, _id: householdId, dwellingId, mergedInto: { $exists: false } })
    .session(session)
    .lean();
  if (!household) throw problem('roster.movedOn');
  return household;
}

/**
 * People of one household become people of another: their files, their accounts, and what is known of their health. Everybody
 * of both households gets new rights; what they gave in the name of the first ends. In the caller’s transaction.
 */
export async function relocate(
  ctx: Context,
  {
    communityId,
    residentIds,
    by,
  }: { communityId: Types.ObjectId; residentIds: Types.ObjectId[]; by: Types.ObjectId },
  { from, to }: { from: Types.ObjectId; to: HouseholdDoc },
  session: ClientSession,
): Promise<void> {
  const place = placing(to);
  const { dwellingId } = to;
  await Residents(ctx).updateMany(
    { communityId, _id: { $in: residentIds } },
    { ...place, $set: { ...place.$set, householdId: to._id }, $inc: { version: 1 } },
    { session },
  );
  await Memberships(ctx).updateMany(
    { communityId, residentId: { $in: residentIds } },
    { $set: { householdId: to._id, ...(dwellingId && { dwellingId }) } },
    { session },
  );
  await Memberships(ctx).updateMany(
    { communityId, householdId: { $in: [from, to._id] } },
    { $inc: { rightsVersion: 1 } },
    { session },
  );
  await leaveContact(ctx, communityId, residentIds, session);
  await endMandatesOf(ctx, { communityId, householdId: from, residentIds }, by, session);
  const isLeft = await Residents(ctx)
    .exists({ communityId, householdId: from, ...living })
    .session(session);
  const emptied = isLeft ? {} : { emptied: from };
  await ctx.hooks.rehouse({ communityId, residentIds, householdId: to._id, ...emptied }, session);
}

/** Whoever does not live there any more is not whom the community calls for that household. */
export async function leaveContact(
  ctx: Context,
  communityId: Types.ObjectId,
  residentIds: Types.ObjectId[],
  session: ClientSession,
): Promise<void> {
  await Households(ctx).updateMany(
    { communityId, contactResidentId: { $in: residentIds } },
    { $unset: { contactResidentId: 1 }, $inc: { version: 1 } },
    { session },
  );
}
