import type { Types } from 'mongoose';
import { isActive, Memberships } from '../../accounts';
import type { Context } from '../../context';

/** Which of these people an account belongs to now. */
export async function boundResidents(
  ctx: Context,
  communityId: Types.ObjectId,
  people: { _id: Types.ObjectId }[],
): Promise<Set<string>> {
  const memberships = await Memberships(ctx)
    .find({ communityId, residentId: { $in: people.map(({ _id }) => _id) }, partyId: { $exists: false } })
    .lean();
  const active = memberships.filter((membership) => isActive(membership, ctx.clock.now()));
  return new Set(active.map(({ residentId }) => String(residentId)));
}
