import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Memberships, Sessions } from './model';

/**
 * Signs an account out everywhere, except on one device. What was signed before goes stale within the time of the
 * change stream, and then finds no session to be renewed from.
 */
export async function endSessions(
  ctx: Context,
  accountId: Types.ObjectId,
  session: ClientSession,
  exceptId?: string,
): Promise<void> {
  const others = exceptId ? { _id: { $ne: new Types.ObjectId(exceptId) } } : {};
  await Sessions(ctx).deleteMany({ accountId, ...others }, { session });
  await Memberships(ctx).updateMany({ accountId }, { $inc: { rightsVersion: 1 } }, { session });
}
