import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { type RequestDoc, Requests } from './model';

/** A request that the caller may see. Problem: notFound. */
export async function findRequest(
  ctx: Context,
  who: Who,
  id: string,
  session?: ClientSession,
): Promise<RequestDoc> {
  const doc = await Requests(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Request')] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
