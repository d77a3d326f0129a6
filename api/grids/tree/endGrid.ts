import { placer } from '@shared/grids/place';
import type { endGrid as contract } from '@shared/grids/treeContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { Dwellings } from '../../roster';
import { Grids } from '../model';
import { startMove } from '../move/startMove';
import { changeTree } from './changeTree';
import { overlapsOf, refuseOverlaps } from './refuseOverlaps';
import { reseat } from './reseat';

const named = 10;

/**
 * Removes a grid in which nothing lies: no grid below it and no door, neither by its scope nor still on the way to another
 * one. What is over goes on naming it. Ending it again changes nothing. Problems: notFound, grid.notEmpty, grid.overlap.
 */
export async function endGrid(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<undefined> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  await changeTree(ctx, communityId, async (grids, session) => {
    const grid = grids.find(({ _id }) => String(_id) === params.id);
    if (!grid) {
      if (await Grids(ctx).exists({ communityId, _id: params.id }).session(session)) return;
      throw problem('notFound');
    }
    const below = grids.filter(({ parentId }) => parentId?.equals(grid._id));
    if (below.length) throw notEmpty(below.map(({ name }) => name));
    const doors = await Dwellings(ctx)
      .find({ communityId }, { address: 1, door: 1, gridId: 1 })
      .session(session)
      .lean();
    const place = placer(grids);
    const inside = doors.filter(
      ({ address, gridId }) => place(address)?.grid === grid || gridId.equals(grid._id),
    );
    if (inside.length || !grid.parentId) throw notEmpty(inside.map(({ door }) => door));
    const rest = grids.filter((other) => other !== grid);
    // The grid above may have doors again by this.
    const parent = rest.find(({ _id }) => grid.parentId?.equals(_id));
    if (parent) refuseOverlaps(overlapsOf(rest, parent, doors));
    await Grids(ctx).updateOne(
      { communityId, _id: grid._id },
      {
        $set: { endedAt: ctx.clock.now(), deputyIds: [], patches: [] },
        $unset: { leaderId: 1, primaryId: 1 },
        $inc: { version: 1 },
      },
      { session },
    );
    await reseat(ctx, grid, null, session);
    await startMove(ctx, communityId, { why: 'grid', grids: rest }, session);
  });
}

const notEmpty = (names: string[]) =>
  problem('grid.notEmpty', { count: names.length, names: names.slice(0, named).join('、') });
