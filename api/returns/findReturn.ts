import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { type ReturnDoc, Returns } from './model';

/** A return that the caller may see. Problem: notFound. */
export async function findReturn(
  ctx: Context,
  who: Who,
  id: string,
  session?: ClientSession,
): Promise<ReturnDoc> {
  const doc = await Returns(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Return')] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
