import { type GridLevel, gridLevels } from '@shared/grids/levels';
import type { FieldError } from '@shared/problems';
import type { ClientSession, Types } from 'mongoose';
import { isActive, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { refuseFaults } from '../../platform/problem';
import { Dwellings } from '../../roster';
import type { GridDoc } from '../model';
import { overlapsOf, refuseOverlaps } from './refuseOverlaps';

/**
 * Whether a grid may stand so among the others: its place in the tree, its people, and that no door is claimed twice.
 * Problems: input.invalid, grid.overlap.
 */
export async function judgeGrid(
  ctx: Context,
  after: GridDoc,
  others: GridDoc[],
  session: ClientSession,
): Promise<void> {
  refuseFaults([...treeFaults(after, others), ...(await peopleFaults(ctx, after, session))]);
  const doors = await Dwellings(ctx)
    .find({ communityId: after.communityId }, { address: 1, door: 1 })
    .session(session)
    .lean();
  refuseOverlaps(overlapsOf([...others, after], after, doors));
}

/** The level grows finer from each grid to the ones below it, so a grid can never lie in itself. */
export function treeFaults(after: GridDoc, others: readonly GridDoc[]): FieldError[] {
  const rank = (level: GridLevel) => gridLevels.indexOf(level);
  const parent = others.find(({ _id }) => after.parentId?.equals(_id));
  if (after.parentId && !parent) return [{ path: 'parentId', code: 'choice' }];
  if (!after.parentId && others.some(({ parentId }) => !parentId))
    return [{ path: 'parentId', code: 'required' }];
  const below = others.filter(({ parentId }) => parentId?.equals(after._id));
  const isFiner = !parent || rank(parent.level) < rank(after.level);
  const isCoarser = below.every(({ level }) => rank(after.level) < rank(level));
  return isFiner && isCoarser ? [] : [{ path: 'level', code: 'grid.level' }];
}

async function peopleFaults(ctx: Context, after: GridDoc, session: ClientSession): Promise<FieldError[]> {
  const posts: [path: string, id: Types.ObjectId | undefined][] = [
    ['leaderId', after.leaderId],
    ['primaryId', after.primaryId],
    ...after.deputyIds.map((id, i): [string, Types.ObjectId] => [`deputyIds.${i}`, id]),
    ...after.patches.map(({ membershipId }, i): [string, Types.ObjectId | undefined] => [
      `patches.${i}.workerId`,
      membershipId,
    ]),
  ];
  const asked = posts.flatMap(([path, id]) => (id ? [{ path, id }] : []));
  const known = await Memberships(ctx)
    .find({
      communityId: after.communityId,
      _id: { $in: asked.map(({ id }) => id) },
      role: { $in: ['worker', 'leader'] },
    })
    .session(session)
    .lean();
  const now = ctx.clock.now();
  const able = new Set(known.filter((m) => !m.until || isActive(m, now)).map(({ _id }) => String(_id)));
  return asked
    .filter(({ id }) => !able.has(String(id)))
    .map(({ path }) => ({ path, code: 'person.unknown' as const }));
}
