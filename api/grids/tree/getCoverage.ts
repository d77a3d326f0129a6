import type { ReplyOf } from '@shared/contract';
import type { getCoverage as contract } from '@shared/grids/treeContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { Dwellings, Households } from '../../roster';
import { gridBook } from '../gridBook';
import { presentMove } from '../move/listMoves';
import { GridMoves } from '../move/moveModel';
import { subtreeOf } from '../responsible';

const named = 100;

/** Doors and households of each leaf grid in view; for the office also the doors that lie in none, and a move under way. */
export async function getCoverage(ctx: Context, who: Who): Promise<ReplyOf<typeof contract>> {
  const { membership } = who;
  if (!membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(membership.communityId);
  const book = await gridBook(ctx, communityId);
  const isOffice = membership.role === 'office';
  const ids = isOffice ? [...book.grids.keys()] : membership.grids.flatMap((id) => subtreeOf(book, id));
  const seen = [...new Set(ids)];
  const leaves = seen.filter((id) => book.grids.get(id)?.isLeaf);
  const [dwellings, households, unassigned, move] = await Promise.all([
    countByGrid(Dwellings(ctx), communityId, leaves),
    countByGrid(Households(ctx), communityId, leaves),
    isOffice
      ? doorsOf(
          ctx,
          communityId,
          seen.filter((id) => !leaves.includes(id)),
        )
      : nobody,
    GridMoves(ctx).findOne({ communityId, open: true }).lean(),
  ]);
  return {
    items: leaves.map((gridId) => ({
      gridId,
      dwellings: dwellings.get(gridId) ?? 0,
      households: households.get(gridId) ?? 0,
    })),
    unassigned,
    move: move?.state === 'running' ? presentMove(move) : null,
  };
}

const nobody = { count: 0, doors: [] };

async function countByGrid(
  of: ReturnType<typeof Dwellings> | ReturnType<typeof Households>,
  communityId: Types.ObjectId,
  gridIds: string[],
): Promise<Map<string, number>> {
  const counts = await of.collection
    .aggregate<{ _id: Types.ObjectId; n: number }>([
      { $match: { communityId, gridId: { $in: gridIds.map((id) => new Types.ObjectId(id)) } } },
      { $group: { _id: '$gridId', n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(counts.map(({ _id, n }) => [String(_id), n]));
}

/** Doors that lie in a grid which has grids below it: none of those claims them. */
async function doorsOf(ctx: Context, communityId: Types.ObjectId, gridIds: string[]) {
  const inNone = { communityId, gridId: { $in: gridIds } };
  const [count, doors] = await Promise.all([
    Dwellings(ctx).countDocuments(inNone),
    Dwellings(ctx).find(inNone, { address: 1, door: 1 }).sort({ order: 1 }).limit(named).lean(),
  ]);
  return {
    count,
    doors: doors.map(({ _id, address, door }) => ({ id: String(_id), estate: address.estate, door })),
  };
}
