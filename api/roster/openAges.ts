import { ageAt } from '@shared/roster/identity';
import { dayOf } from '@shared/time';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import { Residents } from './model';
import { bornOn, openResident } from './openPeople';

/** Ages of residents in years, by id; left out where nobody knows. For staff who judge a fever. */
export async function openAges(ctx: Context, residentIds: Types.ObjectId[]): Promise<Map<string, number>> {
  if (!residentIds.length) return new Map();
  const [people, keys] = await Promise.all([
    Residents(ctx)
      .find({ _id: { $in: residentIds } })
      .lean(),
    ctx.seals.load(residentIds.map((id) => dataKeyId('roster', id))),
  ]);
  const today = dayOf(ctx.clock.now());
  return new Map(
    people.flatMap((person) => {
      const born = bornOn(openResident(person, keys.get(dataKeyId('roster', person._id))));
      return born ? [[String(person._id), ageAt(born, today)] as const] : [];
    }),
  );
}
