import type { getMove as getContract, listMoves as listContract, MoveView } from '@shared/grids/treeContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
import { problem } from '../../platform/problem';
import { type GridMoveDoc, GridMoves } from './moveModel';

/** Moves of the caller's community, newest first. */
export async function listMoves(ctx: Context, who: Who, { query }: Input<typeof listContract>) {
  if (!who.membership) throw problem('notAllowed');
  const { rows, next } = await newestFirst(
    GridMoves(ctx),
    { communityId: who.membership.communityId },
    query,
  );
  return { items: rows.map(presentMove), next };
}

/** One move. Problem: notFound. */
export async function getMove(
  ctx: Context,
  who: Who,
  { params }: Input<typeof getContract>,
): Promise<MoveView> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const doc = await GridMoves(ctx).findOne({ _id: params.id, communityId }).lean();
  if (!doc) throw problem('notFound');
  return presentMove(doc);
}

export const presentMove = (doc: GridMoveDoc): MoveView => ({
  id: String(doc._id),
  state: doc.state,
  why: doc.why,
  doors: { done: Math.min(doc.doors.done, doc.doors.all), all: doc.doors.all },
  moved: doc.moved ?? {},
  begunAt: doc.begunAt.toISOString(),
  doneAt: doc.doneAt?.toISOString() ?? null,
  version: doc.version,
});
