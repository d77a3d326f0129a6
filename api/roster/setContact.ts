import type { setContact as contract, HouseholdView } from '@shared/roster/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { invalid, problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { mayWith } from '../platform/visible';
import { findHousehold } from './findResident';
import { getHousehold } from './getHousehold';
import { isMinor } from './getResident';
import { Households, living, Residents } from './model';
import { openResident } from './openPeople';

/** Whom the community calls for a household: one of its adults. Problems: notFound, notAllowed, input.invalid, roster.movedOn. */
export async function setContact(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<HouseholdView> {
  const household = await findHousehold(ctx, who, params.id);
  if (!mayWith(who, 'update', 'Household', household)) throw problem('notAllowed');
  const { communityId, _id } = household;
  const person = await Residents(ctx)
    .findOne({ communityId, _id: body.residentId, householdId: _id, ...living })
    .lean();
  const keyId = person && dataKeyId('roster', person._id);
  const key = keyId && (await ctx.seals.load([keyId])).get(keyId);
  if (!person || isMinor(openResident(person, key || undefined), ctx.clock.now()))
    throw invalid([{ path: 'residentId', code: 'choice' }]);
  const set = await Households(ctx).updateOne(
    { communityId, _id, version: body.seenVersion },
    { $set: { contactResidentId: person._id }, $inc: { version: 1 } },
  );
  if (!set.matchedCount) throw problem('roster.movedOn');
  return getHousehold(ctx, who, { params });
}
