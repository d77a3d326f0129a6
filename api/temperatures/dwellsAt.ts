import type { Context } from '../context';
import type { AtHome } from '../requests';
import { Households, orderOf, type ResidentDoc } from '../roster';

/** The fields of a resident that say where somebody is. */
export const dwellingFields = {
  communityId: 1,
  householdId: 1,
  surname: 1,
  gridId: 1,
  gridPath: 1,
  patchId: 1,
} as const;

/** Where a person lives now, by the roster: a slot keeps the place it had when it was settled. */
export async function dwellsAt(
  ctx: Context,
  resident: Pick<ResidentDoc, '_id' | keyof typeof dwellingFields>,
): Promise<AtHome> {
  const { _id: residentId, communityId, householdId, surname, gridId, gridPath, patchId } = resident;
  const household = await Households(ctx)
    .findOne({ communityId, _id: householdId }, { door: 1, dwellingId: 1 })
    .lean();
  return {
    ...{ communityId, residentId, householdId, surname, gridId, gridPath },
    ...(patchId && { patchId }),
    door: household?.door ?? '',
    order: await orderOf(ctx, household?.dwellingId),
  };
}
