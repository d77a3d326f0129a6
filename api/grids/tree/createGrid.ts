import type { createGrid as contract, GridView } from '@shared/grids/treeContract';
import { audience } from '@shared/live';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { insertAll, isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { type GridDoc, Grids } from '../model';
import { startMove } from '../move/startMove';
import { changeTree } from './changeTree';
import { fieldsOf } from './gridFields';
import { judgeGrid } from './judgeGrid';
import { presentGrid } from './presentGrid';
import { reseat } from './reseat';

/** A new grid with its doors and people; doors that change hands are moved. Problems: input.invalid, grid.overlap, key.reused. */
export async function createGrid(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<GridView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const made: Once = { key: `${who.accountId}:${once.key}`, hash: once.hash };
  const find = (): Promise<GridDoc | null> =>
    Grids(ctx).findOne({ communityId, 'made.key': made.key }).lean();
  const make = () =>
    insert(ctx, communityId, body, made).catch(async (error: unknown) => {
      // The same request a moment ago, or two first grids at once: the unique indexes let one through.
      const first = isDuplicate(error) ? await find() : null;
      if (!first) throw error;
      return first;
    });
  const doc = (await find()) ?? (await make());
  refuseOtherBody({ hash: doc.made?.hash ?? '' }, once);
  return presentGrid(await gridBook(ctx, communityId), doc);
}

const insert = (
  ctx: Context,
  communityId: Types.ObjectId,
  body: Input<typeof contract>['body'],
  made: Once,
): Promise<GridDoc> =>
  changeTree(ctx, communityId, async (grids, session) => {
    // Of two taps at once the second finds the grid of the first, not a rival of its own.
    const first = await Grids(ctx).findOne({ communityId, 'made.key': made.key }).session(session).lean();
    if (first) return first;
    const _id = new Types.ObjectId();
    const parent = grids.find((grid) => String(grid._id) === body.parentId);
    const codes = await Grids(ctx).distinct('code', { communityId }).session(session);
    const doc: GridDoc = {
      _id,
      communityId,
      code: freeCode(parent?.code, codes),
      path: [...(parent?.path ?? []), _id],
      ...fieldsOf(body),
      made,
      audience: [audience.grid(String(_id))],
      version: 1,
    };
    await judgeGrid(ctx, doc, grids, session);
    await insertAll(Grids(ctx), [doc], session);
    await reseat(ctx, null, doc, session);
    await startMove(ctx, communityId, { why: 'grid', grids: [...grids, doc] }, session);
    return doc;
  });

/** `G1-2-3` below `G1-2`; the first grid of a community is always the same, so that there can be one only. */
function freeCode(parent: string | undefined, taken: readonly string[]): string {
  if (!parent) return 'G0';
  for (let n = 1; ; n += 1) if (!taken.includes(`${parent}-${n}`)) return `${parent}-${n}`;
}
