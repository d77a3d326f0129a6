import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { visibleIds } from '../platform/visible';
import { type RequestDoc, Requests } from './model';

/** A request that the caller may see. Problem: notFound. */
export async function findRequest(
  ctx: Context,
  who: Who,
  id: string,
  session?: ClientSession,
): Promise<RequestDoc> {
  // With every step: straight to the driver.
  const seen = { $and: [{ _id: new Types.ObjectId(id) }, visibleIds(who, 'Request', 'read')] };
  const doc = await Requests(ctx).collection.findOne<RequestDoc>(seen, session ? { session } : {});
  if (!doc) throw problem('notFound');
  return doc;
}
