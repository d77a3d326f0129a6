import type { Rekeyer } from '../context';
import { Households, rekey } from '../roster';
import { rekeyDoors, rekeySlots } from '../schedules';
import { Observations } from './model';

/** Observations that go on, or may go on, follow their door, and so do their open slots and those of the door itself. */
export const rekeyObservations: Rekeyer = async (ctx, doors) => {
  const { communityId, dwellingIds } = doors;
  const running = { dwellingId: { $in: dwellingIds }, state: { $in: ['open', 'referred'] } };
  const ids = await Observations(ctx).distinct('_id', { communityId, ...running } as never);
  const householdIds = await Households(ctx).distinct('_id', {
    communityId,
    dwellingId: { $in: dwellingIds },
  });
  return {
    observations: await rekey(Observations(ctx), running, doors),
    slots: ids.length ? await rekeySlots(ctx, ids, doors) : 0,
    doors: householdIds.length ? await rekeyDoors(ctx, householdIds, doors) : 0,
  };
};
