import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { Households, living, type ResidentDoc, Residents } from '../model';

/** A resident whose phones this staff member looks after. Problem: notFound. */
export async function findInvitee(ctx: Context, who: Who, id: string): Promise<ResidentDoc> {
  const communityId = who.membership?.communityId;
  const resident = await Residents(ctx)
    .findOne({ communityId, _id: id, ...living })
    .lean();
  const household =
    resident &&
    (await Households(ctx).exists({
      $and: [{ _id: resident.householdId }, visible(who, 'Household', 'invite')],
    }));
  if (!resident || !household) throw problem('notFound');
  return resident;
}
