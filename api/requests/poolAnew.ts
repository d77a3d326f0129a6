import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { gridBook, poolOf } from '../grids';
import { Errands } from './model';

/** Errands whose door lies in another grid now wait in the pool of its estate. Repeating it changes nothing. */
export async function poolAnew(
  ctx: Context,
  of: { communityId: Types.ObjectId } & Record<string, unknown>,
  gridId: Types.ObjectId,
  session?: ClientSession,
): Promise<void> {
  const poolGridId = poolOf(await gridBook(ctx, of.communityId), gridId);
  await Errands(ctx).updateMany(
    { ...of, life: 'errand', poolGridId: { $ne: poolGridId } },
    { $set: { poolGridId }, $addToSet: { audience: audience.pool(String(poolGridId)) } },
    session ? { session } : {},
  );
}
