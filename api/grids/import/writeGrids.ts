import { audience } from '@shared/live';
import { type ClientSession, Types } from 'mongoose';
import { accountByPhone, Memberships, makeAccounts } from '../../accounts';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { newTopCode } from '../createCommunity';
import { type GridDoc, Grids } from '../model';
import { startMove } from '../move/startMove';
import { changeTree, isMoving } from '../tree/changeTree';
import { replaceGrid } from '../tree/replaceGrid';
import { reseat } from '../tree/reseat';
import type { PlannedGrid } from './planGrids';

/** So many grids are written between two signs of life. */
const renewEvery = 10;

/**
 * Takes the sheet of grids: the tree from the top down, each with its person. Repeating changes nothing; where doors change
 * hands they are moved with their open work, and whoever is replaced loses the grid.
 */
export async function writeGrids(
  ctx: Context,
  communityId: Types.ObjectId,
  planned: PlannedGrid[],
  renew: () => Promise<void>,
): Promise<void> {
  for (const [i, plan] of planned.entries()) {
    await changeTree(ctx, communityId, (grids, session) => writeGrid(ctx, communityId, plan, grids, session));
    if (i % renewEvery === 0) await renew();
  }
}

async function writeGrid(
  ctx: Context,
  communityId: Types.ObjectId,
  plan: PlannedGrid,
  grids: GridDoc[],
  session: ClientSession,
): Promise<void> {
  const { code, name, level, scope, person } = plan;
  // One that was removed by hand and stands in the sheet again is there again.
  const known = await Grids(ctx).findOne({ communityId, code }).session(session).lean();
  const before = known ?? newTopOf(plan, grids);
  const _id = before?._id ?? new Types.ObjectId();
  const parent = parentOf(
    plan,
    grids.filter((grid) => !grid._id.equals(_id)),
  );
  const seat = person && (await seatOf(ctx, communityId, person, session));
  const after: GridDoc = {
    ...(before ?? {
      _id,
      communityId,
      code,
      deputyIds: [],
      patches: [],
      audience: [audience.grid(String(_id))],
      version: 0,
    }),
    code,
    name,
    level,
    parentId: parent?._id ?? null,
    path: [...(parent?.path ?? []), _id],
    scope,
    ...(seat && { [person?.role === 'leader' ? 'leaderId' : 'primaryId']: seat }),
  };
  if (before && !before.endedAt && isSame(before, after)) return;
  after.version = (after.version ?? 1) + 1;
  await write(ctx, before, after, grids, session);
  const now = [...grids.filter((grid) => !grid._id.equals(_id)), after];
  if (isMoving(before, after)) await startMove(ctx, communityId, { why: 'import', grids: now }, session);
}

/** The community itself in the sheet is the top grid that it was made with. */
const newTopOf = ({ level, parentCode }: PlannedGrid, grids: GridDoc[]): GridDoc | null =>
  (level === 'community' && !parentCode && grids.find(({ code }) => code === newTopCode)) || null;

/** A community has one top: whatever names no parent, or one that is further down the sheet, hangs under it for now. */
const parentOf = ({ code, parentCode }: PlannedGrid, grids: GridDoc[]): GridDoc | undefined =>
  grids.find((grid) => grid.code === parentCode) ??
  grids.find((grid) => !grid.parentId && grid.code !== code);

async function write(
  ctx: Context,
  before: GridDoc | null,
  after: GridDoc,
  grids: GridDoc[],
  session: ClientSession,
): Promise<void> {
  if (!before) {
    await insertAll(Grids(ctx), [after], session);
    return reseat(ctx, null, after, session);
  }
  const others = grids.filter(({ _id }) => !_id.equals(after._id));
  await replaceGrid(ctx, before, after, others, session);
  const { communityId, _id } = after;
  const { code } = after;
  if (before.code !== code) await Grids(ctx).updateOne({ communityId, _id }, { $set: { code } }, { session });
  if (before.endedAt)
    await Grids(ctx).updateOne({ communityId, _id }, { $unset: { endedAt: 1 } }, { session });
}

const isSame = (before: GridDoc, after: GridDoc): boolean =>
  before.code === after.code &&
  before.name === after.name &&
  !isMoving(before, after) &&
  String(before.leaderId) === String(after.leaderId) &&
  String(before.primaryId) === String(after.primaryId);

/** The person of a row has an account, known by the telephone, and a membership of the role. */
async function seatOf(
  ctx: Context,
  communityId: Types.ObjectId,
  { name, phone, role }: NonNullable<PlannedGrid['person']>,
  session: ClientSession,
): Promise<Types.ObjectId | null> {
  const known = await accountByPhone(ctx, phone);
  const accountId =
    known?._id ?? ((await makeAccounts(ctx, [{ name, phone }], session))[0] as Types.ObjectId);
  const now = ctx.clock.now();
  const membership = await Memberships(ctx)
    .findOne({ accountId, communityId, role, $or: [{ until: null }, { until: { $gt: now } }] })
    .session(session)
    .lean();
  if (membership) return membership._id;
  // An older workbook still names whoever the office has let go; a return to service is the office’s word.
  if (await Memberships(ctx).exists({ accountId, communityId, role, ended: { $exists: true } })) return null;
  const _id = new Types.ObjectId();
  await insertAll(
    Memberships(ctx),
    [{ _id, accountId, communityId, role, head: false, gridIds: [], from: now, rightsVersion: 1 }],
    session,
  );
  return _id;
}
