import { carryingRoles } from '@shared/accounts/contract';
import type { updateMembership as contract } from '@shared/accounts/staffContract';
import { type ClientSession, Types } from 'mongoose';
import {
  type MembershipDoc,
  Memberships,
  refuseEnded,
  refuseOfficeUnlessHead,
  staffMember,
} from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem, refuseFaults } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { changeStaff } from './changeStaff';
import { leaveSeats, takeSeats } from './seats';
import { refuseLastHead, refuseSecond, staffFaults } from './staffRules';

type In = Input<typeof contract>;

/**
 * Another role, other grids, another end. Seats follow: what is no longer theirs is free, what is new they take.
 * Problems: notFound, notAllowed, membership.ended, membership.movedOn, staff.already, staff.lastHead.
 */
export async function updateMembership(ctx: Context, who: Who, { params, body }: In) {
  const member = await staffMember(ctx, who, params.id);
  refuseOfficeUnlessHead(who, member.role, body.role);
  refuseEnded(member, ctx.clock.now());
  const next = wished(member, body);
  const book = await gridBook(ctx, member.communityId);
  const { role, gridIds } = next;
  const times = { from: member.from.toISOString(), ...(body.until !== undefined && { until: body.until }) };
  refuseFaults(staffFaults({ role, gridIds: gridIds.map(String), ...times }, book, ctx.clock.now()));
  return changeStaff(ctx, member, (session) => write(ctx, member, next, body.seenVersion, session));
}

function wished(member: MembershipDoc, { role = member.role as never, head, gridIds, until }: In['body']) {
  // Other grids belong to another role: they are named anew or there are none.
  const kept = role === member.role ? member.gridIds : [];
  return {
    role: role as NonNullable<In['body']['role']>,
    head: role === 'office' && (head ?? member.head),
    gridIds: gridIds ? gridIds.map((id) => new Types.ObjectId(id)) : kept,
    until: until === undefined ? member.until : until === null ? undefined : new Date(until),
  };
}

async function write(
  ctx: Context,
  member: MembershipDoc,
  { until, ...next }: ReturnType<typeof wished>,
  seenVersion: number,
  session: ClientSession,
): Promise<void> {
  const { _id, communityId, accountId } = member;
  if (next.role !== member.role)
    await refuseSecond(ctx, { accountId, communityId, role: next.role }, session);
  if (member.head && (!next.head || until)) await refuseLastHead(ctx, member, session);
  const changed = await Memberships(ctx).updateOne(
    { _id, communityId, rightsVersion: seenVersion },
    {
      $set: { ...next, ...(until && { until }) },
      ...(!until && { $unset: { until: 1 } }),
      $inc: { rightsVersion: 1 },
    },
    { session },
  );
  if (!changed.modifiedCount) throw problem('membership.movedOn');
  const serving = { communityId, membershipId: _id, accountId };
  // Whoever becomes something else has no errands in hand any more.
  if (carryingRoles.includes(next.role)) await ctx.hooks.serviceEnds(serving, until ?? null, session);
  else await ctx.hooks.membershipEnded(serving, session);
  await leaveSeats(ctx, member, session, next.role === member.role ? next.gridIds : []);
  await takeSeats(ctx, { _id, communityId, ...next }, session);
}
