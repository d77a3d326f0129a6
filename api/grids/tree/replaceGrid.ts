import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import { type GridDoc, Grids } from '../model';
import { reseat } from './reseat';

/** Writes a grid as it is from now on, the paths of the grids below it, and the rights of its people. In the caller's transaction. */
export async function replaceGrid(
  ctx: Context,
  before: GridDoc,
  after: GridDoc,
  others: GridDoc[],
  session: ClientSession,
): Promise<void> {
  const { _id, communityId, name, level, parentId, path, scope, deputyIds, patches, version } = after;
  const { leaderId, primaryId } = after;
  const gone = (['leaderId', 'primaryId'] as const).filter((post) => !after[post]);
  await Grids(ctx).updateOne(
    { communityId, _id },
    {
      $set: {
        ...{ name, level, parentId, path, scope, deputyIds, patches, version },
        ...(leaderId && { leaderId }),
        ...(primaryId && { primaryId }),
      },
      ...(gone.length && { $unset: Object.fromEntries(gone.map((post) => [post, 1])) }),
    },
    { session },
  );
  if (before.path.map(String).join() !== path.map(String).join())
    await rebase(ctx, before, path, others, session);
  await reseat(ctx, before, after, session);
}

/** The grids below hang under another path now. */
async function rebase(
  ctx: Context,
  before: GridDoc,
  path: GridDoc['path'],
  others: GridDoc[],
  session: ClientSession,
): Promise<void> {
  const below = others.filter((grid) => grid.path.some((id) => id.equals(before._id)));
  for (const grid of below) {
    const rest = grid.path.slice(grid.path.findIndex((id) => id.equals(before._id)) + 1);
    await Grids(ctx).updateOne(
      { communityId: before.communityId, _id: grid._id },
      { $set: { path: [...path, ...rest] }, $inc: { version: 1 } },
      { session },
    );
  }
}
