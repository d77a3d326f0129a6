import { type ClientSession, Types } from 'mongoose';
import { isActive, type MembershipDoc, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { type GridDoc, Grids } from '../model';

const raised = { $inc: { version: 1 } };

type Seated = Pick<MembershipDoc, '_id' | 'communityId' | 'role' | 'gridIds'>;

/**
 * A worker of a grid becomes its primary, or a deputy where there is one; a leader leads where nobody does. A seat whose
 * membership has ended is free. Everybody else is found in no seat.
 */
export async function takeSeats(ctx: Context, member: Seated, session: ClientSession): Promise<void> {
  const { _id, communityId, role, gridIds } = member;
  if (role !== 'worker' && role !== 'leader') return;
  const grids = await Grids(ctx)
    .find({ communityId, _id: { $in: gridIds }, endedAt: null })
    .session(session)
    .lean();
  const held = await livingSeats(ctx, grids, session);
  const post = role === 'leader' ? 'leaderId' : 'primaryId';
  for (const grid of grids.filter((one) => !isSeatedIn(one, _id))) {
    const isFree = !grid[post] || !held.has(String(grid[post]));
    if (!isFree && role === 'leader') continue;
    const seat = isFree ? { $set: { [post]: _id } } : { $addToSet: { deputyIds: _id } };
    await Grids(ctx).updateOne({ communityId, _id: grid._id }, { ...seat, ...raised }, { session });
  }
}

/** Gives up every seat, or those outside the grids that stay: routing finds the next, and the seat is seen to be free. */
export async function leaveSeats(
  ctx: Context,
  { _id, communityId }: Pick<Seated, '_id' | 'communityId'>,
  session: ClientSession,
  staysIn: Types.ObjectId[] = [],
): Promise<void> {
  const grids = await Grids(ctx)
    .find({ communityId, _id: { $nin: staysIn } })
    .session(session)
    .lean();
  for (const grid of grids.filter((one) => isSeatedIn(one, _id))) {
    const left = [
      ...(grid.leaderId?.equals(_id) ? ['leaderId'] : []),
      ...(grid.primaryId?.equals(_id) ? ['primaryId'] : []),
      ...grid.patches.flatMap(({ membershipId }, i) =>
        membershipId?.equals(_id) ? [`patches.${i}.membershipId`] : [],
      ),
    ];
    await Grids(ctx).updateOne(
      { communityId, _id: grid._id },
      {
        ...raised,
        $pull: { deputyIds: _id },
        ...(left.length && { $unset: Object.fromEntries(left.map((seat) => [seat, 1])) }),
      },
      { session },
    );
  }
}

const seatsOf = ({ leaderId, primaryId, deputyIds, patches }: GridDoc) =>
  [leaderId, primaryId, ...deputyIds, ...patches.map((patch) => patch.membershipId)].filter(
    (id): id is Types.ObjectId => id instanceof Types.ObjectId,
  );

const isSeatedIn = (grid: GridDoc, id: Types.ObjectId): boolean =>
  seatsOf(grid).some((one) => one.equals(id));

async function livingSeats(ctx: Context, grids: GridDoc[], session: ClientSession): Promise<Set<string>> {
  const holders = await Memberships(ctx)
    .find({ _id: { $in: grids.flatMap(seatsOf) } }, { from: 1, until: 1 })
    .session(session)
    .lean();
  return new Set(holders.filter((one) => isActive(one, ctx.clock.now())).map(({ _id }) => String(_id)));
}
