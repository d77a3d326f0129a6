import { Types } from 'mongoose';
import { Memberships } from '../../api/accounts';
import type { Caller } from './caller';
import type { TestCommunity } from './startCommunity';

/** A second grown-up of the household gets an account of her own. */
export async function accountOf(
  community: TestCommunity,
  residentId: string,
  openid: string,
): Promise<Caller> {
  const { context } = community.running;
  const person = await community.stranger(openid);
  const doc = await context.connection
    .collection('residents')
    .findOne({ _id: new Types.ObjectId(residentId) });
  const household = await context.connection.collection('households').findOne({ _id: doc?.householdId });
  await Memberships(context).create({
    accountId: new Types.ObjectId(person.accountId),
    communityId: doc?.communityId,
    role: 'resident',
    residentId: doc?._id,
    householdId: doc?.householdId,
    dwellingId: household?.dwellingId,
    from: context.clock.now(),
  });
  const again = await person.refreshes();
  return again;
}
