import { audience } from '@shared/live';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../../context';
import { Dwellings } from '../../roster';
import type { GridDoc } from '../model';
import { topGrid } from '../placeOf';
import { type GridMoveDoc, GridMoves } from './moveModel';

const longAgo = new Date(0);

/**
 * In the transaction that changed the tree: the doors are looked at from the first one on, so neither can be without the
 * other. A move that is under way begins anew. Nothing happens where there are no doors yet.
 */
export async function startMove(
  ctx: Context,
  communityId: Types.ObjectId,
  { why, grids }: { why: GridMoveDoc['why']; grids: GridDoc[] },
  session: ClientSession,
): Promise<void> {
  const all = await Dwellings(ctx).countDocuments({ communityId }).session(session);
  if (!all) return;
  const now = ctx.clock.now();
  await GridMoves(ctx).updateOne(
    { communityId, open: true },
    {
      $set: { state: 'running', cursor: null, doors: { done: 0, all }, nextStepAt: now },
      $inc: { round: 1, version: 1 },
      $setOnInsert: {
        _id: new Types.ObjectId(),
        why,
        moved: {},
        lease: { by: '', until: longAgo },
        begunAt: now,
        audience: [audience.grid(String(topGrid(grids)._id))],
      },
    },
    { upsert: true, session },
  );
}
