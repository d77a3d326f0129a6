import type { Context } from '../../context';
import { Dwellings, Households, living, type ResidentDoc, Residents } from '../model';

/**
 * Whoever has this telephone in the roster behind this door; of a couple that shares one, the head. People who only said so
 * themselves do not count: a stranger may have declared at this door.
 */
export async function residentByPhone(
  ctx: Context,
  dwellingId: string,
  phone: string,
): Promise<ResidentDoc | null> {
  const dwelling = await Dwellings(ctx).findById(dwellingId, { communityId: 1 }).lean();
  if (!dwelling) return null;
  const { communityId } = dwelling;
  const households = await Households(ctx).find({ communityId, dwellingId: dwelling._id }, { _id: 1 }).lean();
  const people = await Residents(ctx)
    .find({
      communityId,
      householdId: { $in: households.map(({ _id }) => _id) },
      provisional: { $ne: true },
      ...living,
    })
    .sort({ _id: 1 })
    .lean();
  const hashes = ctx.blind.lookups(String(communityId), 'phone', phone);
  const holders = people.filter(({ phoneIndex = [] }) =>
    phoneIndex.some(({ hash }) => hashes.includes(hash)),
  );
  return holders.find(({ relation }) => relation === 'head') ?? holders[0] ?? null;
}
