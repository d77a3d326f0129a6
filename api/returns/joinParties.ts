import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context, Joining } from '../context';
import { moveHome as moveErrands, moveRequests } from '../requests';
import { absorbHousehold } from '../roster';
import { ExtraReadings } from '../temperatures';
import { Returns } from './model';

/**
 * What was declared behind the household’s own door by people whom nobody had confirmed becomes the household’s: its returns,
 * their readings and the people in it. Answers the parties that are the household’s now. In the caller’s transaction.
 */
export async function joinParties(
  ctx: Context,
  { communityId, partyIds, household: { _id: into, dwellingId } }: Joining,
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  if (!dwellingId) return [];
  const docs = await Returns(ctx)
    .find({ communityId, partyId: { $in: partyIds }, dwellingId })
    .session(session)
    .lean();
  const home: Types.ObjectId[] = [];
  for (const partyId of partyIds) {
    const from = docs.find((doc) => doc.partyId.equals(partyId))?.householdId;
    if (!from) continue;
    if (from.equals(into) || (await moveHome(ctx, { communityId, from, into }, session))) home.push(partyId);
  }
  return home;
}

async function moveHome(
  ctx: Context,
  { communityId, from, into }: { communityId: Types.ObjectId; from: Types.ObjectId; into: Types.ObjectId },
  session: ClientSession,
): Promise<boolean> {
  const isTaken = async (residentId: Types.ObjectId) =>
    Boolean(await Returns(ctx).exists({ communityId, residentId, ended: false }).session(session));
  const people = await absorbHousehold(ctx, { communityId, from, into }, isTaken, session);
  if (!people) return false;
  await Returns(ctx).updateMany(
    { communityId, householdId: from },
    { $set: { householdId: into }, $addToSet: { audience: audience.household(String(into)) } },
    { session },
  );
  await moveErrands(ctx, { communityId, from, into }, session);
  for (const { was, is } of people) {
    const who = { communityId, residentId: was };
    await ExtraReadings(ctx).updateMany(who, { $set: { householdId: into, residentId: is } }, { session });
    await moveRequests(ctx, who, { householdId: into, ...(!was.equals(is) && { residentId: is }) }, session);
    if (!was.equals(is)) await Returns(ctx).updateMany(who, { $set: { residentId: is } }, { session });
  }
  return true;
}
