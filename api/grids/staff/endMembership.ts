import type { endMembership as contract } from '@shared/accounts/staffContract';
import { Types } from 'mongoose';
import { Memberships, refuseEnded, refuseOfficeUnlessHead, staffMember } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { changeStaff } from './changeStaff';
import { leaveSeats } from './seats';
import { refuseLastHead } from './staffRules';

/**
 * Somebody serves no longer: seats are free, open work goes to whoever comes next, the token is refused within five
 * seconds. Problems: notFound, notAllowed, membership.ended, membership.movedOn, staff.lastHead.
 */
export async function endMembership(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const member = await staffMember(ctx, who, params.id);
  refuseOfficeUnlessHead(who, member.role);
  // The reply was lost: it is as it was wished.
  if (member.ended?.key === once.key) return changeStaff(ctx, member, async () => undefined);
  const at = ctx.clock.now();
  refuseEnded(member, at);
  const ended = { accountId: new Types.ObjectId(who.accountId), reason: body.reason, key: once.key, at };
  return changeStaff(ctx, member, async (session) => {
    if (member.head) await refuseLastHead(ctx, member, session);
    const { _id, communityId } = member;
    const changed = await Memberships(ctx).updateOne(
      { _id, communityId, rightsVersion: body.seenVersion, ended: { $exists: false } },
      { $set: { until: at, ended }, $inc: { rightsVersion: 1 } },
      { session },
    );
    if (!changed.modifiedCount) throw problem('membership.movedOn');
    await leaveSeats(ctx, member, session);
    const { accountId } = member;
    await ctx.hooks.membershipEnded({ communityId, membershipId: _id, accountId }, session);
  });
}
