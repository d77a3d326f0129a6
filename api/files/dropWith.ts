import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Files } from './model';

/**
 * The photos of some requests go with them: swept away from now on, key, bytes and card. In the caller's transaction, so that none is left
 * whose request is gone, nor gone whose request is left.
 */
export async function dropWith(
  ctx: Context,
  communityId: Types.ObjectId,
  requestIds: Types.ObjectId[],
  session: ClientSession,
): Promise<void> {
  await Files(ctx).updateMany(
    { communityId, requestId: { $in: requestIds } },
    { $set: { nextStepAt: ctx.clock.now() } },
    { session },
  );
}
