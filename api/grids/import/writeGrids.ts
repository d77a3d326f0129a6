import { normalizePhone } from '@shared/fields';
import type { GridField } from '@shared/grids/columns';
import { type GridLevel, gridLevels } from '@shared/grids/levels';
import { parseRange } from '@shared/grids/scope';
import { Types } from 'mongoose';
import { accountByPhone, Memberships, makeAccounts } from '../../accounts';
import type { Context } from '../../context';
import { type GridDoc, Grids } from '../model';
import type { Row } from './readWorkbook';

type GridRow = Row<GridField>;
const levelWords: Record<string, GridLevel> = {
  社区: 'community',
  综合: 'composite',
  小区: 'estate',
  楼栋: 'building',
};

/** Takes the sheet of grids: the tree from the top down, then its people. Repeating changes nothing. Answers how many grids it names. */
export async function writeGrids(
  ctx: Context,
  communityId: Types.ObjectId,
  rows: GridRow[],
): Promise<number> {
  const known = await Grids(ctx).find({ communityId }).lean();
  const byCode = new Map<string, GridDoc>(known.map((grid) => [grid.code, grid]));
  let written = 0;
  for (const { cells } of [...rows].sort((a, b) => levelOf(a) - levelOf(b))) {
    const level = levelWords[cells.level ?? ''];
    const range = parseRange(cells.range ?? '');
    const parent = cells.parent ? byCode.get(cells.parent) : null;
    if (!cells.code || !level || !range || parent === undefined) continue;
    const grid = await writeGrid(
      ctx,
      communityId,
      { code: cells.code, name: cells.name ?? cells.code, level, range, parent },
      byCode.get(cells.code),
    );
    byCode.set(grid.code, grid);
    await seatPerson(ctx, grid, cells);
    written += 1;
  }
  return written;
}

const levelOf = ({ cells }: GridRow): number =>
  gridLevels.indexOf(levelWords[cells.level ?? ''] ?? 'building');

interface PlannedGrid {
  code: string;
  name: string;
  level: GridLevel;
  range: NonNullable<ReturnType<typeof parseRange>>;
  parent: GridDoc | null;
}

async function writeGrid(
  ctx: Context,
  communityId: Types.ObjectId,
  planned: PlannedGrid,
  known: GridDoc | undefined,
): Promise<GridDoc> {
  const { code, name, level, range, parent } = planned;
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
async function seatPerson(ctx: Context, grid: GridDoc, cells: GridRow['cells']): Promise<void> {
  if (!cells.personName || !cells.personPhone) return;
  const role = cells.role === '网格长' ? 'leader' : 'worker';
  const accountId = await accountOf(ctx, cells.personName, normalizePhone(cells.personPhone));
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
