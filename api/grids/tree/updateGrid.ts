import type { updateGrid as contract, GridInput, GridView } from '@shared/grids/treeContract';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem, refuseFaults } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { type GridDoc, Grids } from '../model';
import { startMove } from '../move/startMove';
import { changeTree, isMoving } from './changeTree';
import { fieldsOf, inputOf } from './gridFields';
import { judgeGrid } from './judgeGrid';
import { presentGrid } from './presentGrid';
import { replaceGrid } from './replaceGrid';

/**
 * Changes a grid; what is left out stays. Doors that change hands are moved with their open work, people who lose or gain a
 * post lose or gain its rights, all in one transaction. Problems: notFound, grid.movedOn, grid.overlap, input.invalid.
 */
export async function updateGrid(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<GridView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const { seenVersion, ...said } = body;
  const doc = await changeTree(ctx, communityId, async (grids, session) => {
    const before = grids.find(({ _id }) => String(_id) === params.id);
    if (!before) throw problem('notFound');
    if ((before.version ?? 1) !== seenVersion)
      throw problem('grid.movedOn', { version: before.version ?? 1 });
    return change(ctx, before, said as Partial<GridInput>, grids, session);
  });
  return presentGrid(await gridBook(ctx, communityId), doc);
}

async function change(
  ctx: Context,
  before: GridDoc,
  said: Partial<GridInput>,
  grids: GridDoc[],
  session: ClientSession,
): Promise<GridDoc> {
  const input = { ...inputOf(before), ...said };
  refuseFaults(foreignPatches(input, before));
  const { _id, communityId, code, made, audience } = before;
  const others = grids.filter((grid) => grid !== before);
  const parent = others.find((grid) => String(grid._id) === input.parentId);
  const after: GridDoc = {
    _id,
    communityId,
    code,
    ...(made && { made }),
    path: [...(parent?.path ?? []), _id],
    ...fieldsOf(input),
    audience,
    version: (before.version ?? 1) + 1,
  };
  await judgeGrid(ctx, after, others, session);
  await replaceGrid(ctx, before, after, others, session);
  const now = await Grids(ctx).find({ communityId, endedAt: null }).session(session).lean();
  if (isMoving(before, after)) await startMove(ctx, communityId, { why: 'grid', grids: now }, session);
  return after;
}

/** A patch keeps its id only in its own grid. */
const foreignPatches = ({ patches }: GridInput, before: GridDoc) =>
  patches.flatMap(({ id }, i) =>
    id && !before.patches.some(({ _id }) => String(_id) === id)
      ? [{ path: `patches.${i}.id`, code: 'choice' as const }]
      : [],
  );
