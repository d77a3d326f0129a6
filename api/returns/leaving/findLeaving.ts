import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { type LeavingDoc, Leavings } from './model';

/** A leaving that the caller may see. Problem: notFound. */
export async function findLeaving(
  ctx: Context,
  who: Who,
  id: string,
  session: ClientSession,
): Promise<LeavingDoc> {
  const doc = await Leavings(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Leaving')] })
    .session(session)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
