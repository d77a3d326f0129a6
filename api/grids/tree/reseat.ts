import type { ClientSession, Types } from 'mongoose';
import { Memberships } from '../../accounts';
import type { Context } from '../../context';
import type { GridDoc } from '../model';

type Id = Types.ObjectId;

/** Everybody who has a post in a grid. */
const seatedIn = (grid: GridDoc | null): Map<string, Id> => {
  if (!grid) return new Map();
  const ids = [
    grid.leaderId,
    grid.primaryId,
    ...grid.deputyIds,
    ...grid.patches.map(({ membershipId }) => membershipId),
  ];
  return new Map(ids.flatMap((id) => (id ? [[String(id), id]] : [])));
};

/**
 * Whoever has no post in a grid any more loses it, whoever got one gains it; the rights of both are raised, in the
 * transaction that changed the grid. Repeating changes nothing.
 */
export async function reseat(
  ctx: Context,
  before: GridDoc | null,
  after: GridDoc | null,
  session: ClientSession,
): Promise<void> {
  const grid = after ?? before;
  if (!grid) return;
  const { _id, communityId } = grid;
  const [had, has] = [seatedIn(before), seatedIn(after)];
  const gone = [...had].filter(([id]) => !has.has(id)).map(([, id]) => id);
  const raised = { $inc: { rightsVersion: 1 } };
  // A grid that is no more is nobody’s, whoever it was given to.
  const losing = after ? { _id: { $in: gone } } : {};
  await Memberships(ctx).updateMany(
    { communityId, ...losing, gridIds: _id },
    { ...raised, $pull: { gridIds: _id } },
    { session },
  );
  await Memberships(ctx).updateMany(
    { communityId, _id: { $in: [...has.values()] }, gridIds: { $ne: _id } },
    { ...raised, $addToSet: { gridIds: _id } },
    { session },
  );
}
