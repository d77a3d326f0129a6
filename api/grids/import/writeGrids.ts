import { Types } from 'mongoose';
import { accountByPhone, Memberships, makeAccounts } from '../../accounts';
import type { Context } from '../../context';
import { type GridDoc, Grids } from '../model';
import type { PlannedGrid } from './planGrids';

/** So many grids are written between two signs of life. */
const renewEvery = 10;

/** Takes the sheet of grids: the tree from the top down, then its people. Repeating changes nothing. */
export async function writeGrids(
  ctx: Context,
  communityId: Types.ObjectId,
  planned: PlannedGrid[],
  renew: () => Promise<void>,
): Promise<void> {
  const known = await Grids(ctx).find({ communityId }).lean();
  const byCode = new Map<string, GridDoc>(known.map((grid) => [grid.code, grid]));
  for (const [i, plan] of planned.entries()) {
    // A parent further down the sheet than its level says hangs under the top until the next import.
    const parent = plan.parentCode ? byCode.get(plan.parentCode) : undefined;
    const grid = await writeGrid(ctx, communityId, plan, parent, byCode.get(plan.code));
    byCode.set(grid.code, grid);
    if (plan.person) await seatPerson(ctx, grid, plan.person);
    if (i % renewEvery === 0) await renew();
  }
}

async function writeGrid(
  ctx: Context,
  communityId: Types.ObjectId,
  { code, name, level, range }: PlannedGrid,
  parent: GridDoc | undefined,
  known: GridDoc | undefined,
): Promise<GridDoc> {
  const _id = known?._id ?? new Types.ObjectId();
  const doc = await Grids(ctx)
    .findOneAndUpdate(
      { communityId, code },
      {
        $set: {
          name,
          level,
          parentId: parent?._id ?? null,
          path: [...(parent?.path ?? []), _id],
          scope: [range],
        },
        $setOnInsert: { _id, deputyIds: [], patches: [] },
      },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
  return doc as GridDoc;
}

/** The person of a row gets an account, known by the telephone, and a membership for the grid. */
async function seatPerson(
  ctx: Context,
  grid: GridDoc,
  { name, phone, role }: NonNullable<PlannedGrid['person']>,
): Promise<void> {
  const accountId = await accountOf(ctx, name, phone);
  const membership = await Memberships(ctx)
    .findOne({ accountId, communityId: grid.communityId, role })
    .lean();
  const membershipId = membership?._id ?? new Types.ObjectId();
  if (!membership) {
    const from = ctx.clock.now();
    await Memberships(ctx).create({
      _id: membershipId,
      accountId,
      communityId: grid.communityId,
      role,
      gridIds: [grid._id],
      from,
    });
  } else if (!membership.gridIds.some((id) => id.equals(grid._id))) {
    await Memberships(ctx).updateOne(
      { _id: membershipId },
      { $addToSet: { gridIds: grid._id }, $inc: { rightsVersion: 1 } },
    );
  }
  const post = role === 'leader' ? 'leaderId' : 'primaryId';
  await Grids(ctx).updateOne(
    { _id: grid._id, [post]: { $ne: membershipId } },
    { $set: { [post]: membershipId } },
  );
}

async function accountOf(ctx: Context, name: string, phone: string): Promise<Types.ObjectId> {
  const known = await accountByPhone(ctx, phone);
  return known?._id ?? ((await makeAccounts(ctx, [{ name, phone }]))[0] as Types.ObjectId);
}
