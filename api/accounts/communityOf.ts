import type { Types } from 'mongoose';
import type { Context } from '../context';
import { problem } from '../platform/problem';
import { Communities, type CommunityDoc } from './model';

/** A community by its id. Problem: notFound. */
export async function communityOf(ctx: Context, id: Types.ObjectId | string): Promise<CommunityDoc> {
  const community = await Communities(ctx).findById(id).lean();
  if (!community) throw problem('notFound');
  return community;
}
