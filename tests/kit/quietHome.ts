import { Types } from 'mongoose';
import type { Caller } from './caller';
import type { TestCommunity } from './startCommunity';

/** A household of a worker’s doors in which nobody has an account. */
export async function quietHome(community: TestCommunity, worker: Caller): Promise<string> {
  const { connection } = community.running.context;
  const heard = await connection.collection('memberships').distinct('householdId', {});
  const grids = worker.session.account.memberships[0]?.grids.map(({ id }) => new Types.ObjectId(id));
  const found = await connection
    .collection('households')
    .findOne({ gridPath: { $in: grids ?? [] }, _id: { $nin: heard as Types.ObjectId[] } });
  return String(found?._id);
}
