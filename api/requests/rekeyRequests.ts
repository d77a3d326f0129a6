import type { Rekeyer } from '../context';
import { Households, rekey } from '../roster';
import { Requests } from './model';

/** Open requests follow their door to its new grid; closed ones stay with whom they were. */
export const rekeyRequests: Rekeyer = async (ctx, doors) => {
  const { communityId, dwellingIds } = doors;
  const householdIds = await Households(ctx).distinct('_id', {
    communityId,
    dwellingId: { $in: dwellingIds },
  });
  const requests = await rekey(Requests(ctx), { householdId: { $in: householdIds }, open: true }, doors);
  return { requests };
};
