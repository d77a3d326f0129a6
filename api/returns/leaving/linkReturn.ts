import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import type { ReturnDoc } from '../model';
import { Leavings } from './model';

/** The latest leaving of a person who comes back is linked to that return (domain, section 3.3). Answers the return before it. */
export async function linkReturn(
  ctx: Context,
  { _id, communityId, residentId }: Pick<ReturnDoc, '_id' | 'communityId' | 'residentId'>,
  session: ClientSession,
): Promise<ReturnDoc['previous'] | null> {
  const last = await Leavings(ctx)
    .findOneAndUpdate(
      { communityId, residentId, state: 'left', nextReturnId: { $exists: false } },
      { $set: { nextReturnId: _id }, $inc: { version: 1 } },
      { session, sort: { _id: -1 } },
    )
    .lean();
  return last?.returnId ? { communityId, returnId: last.returnId } : null;
}
