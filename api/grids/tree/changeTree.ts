import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../../context';
import { inTransaction } from '../../platform/mongo';
import { forgetGridBook } from '../gridBook';
import { type GridDoc, Grids } from '../model';

/**
 * Changes the grids of a community in one transaction; one after the other, because each is judged by all grids: two at once
 * would both be right alone and wrong together. The work gets the grids as they are.
 */
export async function changeTree<T>(
  ctx: Context,
  communityId: Types.ObjectId,
  work: (grids: GridDoc[], session: ClientSession) => Promise<T>,
): Promise<T> {
  const changed = await inTransaction(ctx, async (session) => {
    // A write that every change of the tree does: the later one waits, and looks again.
    await Grids(ctx).updateOne({ communityId, parentId: null }, { $inc: { turn: 1 } }, { session });
    const grids = await Grids(ctx)
      .find({ communityId, endedAt: null })
      .sort({ _id: 1 })
      .session(session)
      .lean();
    return work(grids, session);
  });
  forgetGridBook(ctx, communityId);
  return changed;
}

/** What decides where doors lie; a name or a person does not. */
export const isMoving = (before: GridDoc | null, after: GridDoc | null): boolean =>
  shapeOf(before) !== shapeOf(after);

const shapeOf = (grid: GridDoc | null): string =>
  grid
    ? JSON.stringify([
        grid.level,
        grid.path.map(String),
        grid.scope,
        grid.patches.map(({ _id, scope }) => [String(_id), scope]),
      ])
    : '';
