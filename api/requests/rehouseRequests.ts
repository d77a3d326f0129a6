import type { ClientSession } from 'mongoose';
import type { Context, Rehousing } from '../context';
import { Households, wayTo } from '../roster';
import { joinHome } from './joinHome';
import { movePayments } from './movePayments';
import { moveRequests, ofWhole } from './moveRequests';

/** What people asked for, and what was laid out for it, is of the household they are part of now; with `intoResidentId` of that person. In the caller’s transaction. */
export async function rehouseRequests(
  ctx: Context,
  rehousing: Rehousing,
  session: ClientSession,
): Promise<void> {
  const { communityId, residentIds, householdId, intoResidentId } = rehousing;
  const owner = { householdId, ...(intoResidentId && { residentId: intoResidentId }) };
  await joinHome(ctx, { communityId, residentId: { $in: residentIds } }, owner, session);
  await followLast(ctx, rehousing, session);
}

/** What a household asked for and owes as a whole goes with the last of it: what it still waits for to their door, what is over as it is. */
async function followLast(
  ctx: Context,
  { communityId, householdId, emptied }: Rehousing,
  session: ClientSession,
): Promise<void> {
  if (!emptied) return;
  const home = await Households(ctx).findOne({ communityId, _id: householdId }).session(session).lean();
  if (!home) return;
  const place = { ...home, ...(await wayTo(ctx, home.dwellingId, session)) };
  await moveRequests(ctx, { communityId, homeId: emptied }, { householdId, place }, session);
  await joinHome(ctx, { communityId, ...ofWhole(emptied) }, { householdId }, session);
  await movePayments(ctx, { communityId, householdId: emptied }, { householdId }, session);
}
