import type { Context, MovedDoors } from '../context';
import { Corrections } from './corrections/model';
import { Households, Residents } from './model';
import { rekey } from './rekey';

/** Households of moved doors, their people, and what was proposed of them and waits. Repeating it changes nothing. */
export async function rekeyPeople(ctx: Context, doors: MovedDoors): Promise<Record<string, number>> {
  const { communityId, dwellingIds } = doors;
  const behind = { dwellingId: { $in: dwellingIds } };
  const homes = await Households(ctx)
    .find({ communityId, ...behind }, { _id: 1 })
    .lean();
  return {
    residents: await rekey(Residents(ctx), { householdId: { $in: homes.map(({ _id }) => _id) } }, doors),
    corrections: await rekey(Corrections(ctx), { ...behind, state: 'pending' }, doors),
    households: await rekey(Households(ctx), behind, doors),
  };
}
