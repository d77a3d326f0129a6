import { groupCode } from '@shared/accounts/code';
import type { createStaffInvitation as contract } from '@shared/accounts/passwordContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { makeSecret } from './oneTimeSecret';
import { isKeptElsewhere, refuseEnded, refuseOfficeUnlessHead, staffMember } from './staffMember';

const minutes = 10;

/**
 * A code with which a member of staff binds their WeChat, together with their password. A newer one replaces it.
 * Problems: notFound, notAllowed, membership.ended, staff.keptElsewhere.
 */
export async function createStaffInvitation(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  const { accountId, communityId, role, until } = await staffMember(ctx, who, params.id);
  refuseOfficeUnlessHead(who, role);
  refuseEnded({ ...(until && { until }) }, ctx.clock.now());
  if (await isKeptElsewhere(ctx, accountId, communityId)) throw problem('staff.keptElsewhere');
  const { code, expiresAt } = await makeSecret(ctx, {
    purpose: 'staffInvitation',
    subject: String(accountId),
    communityId,
    madeBy: new Types.ObjectId(who.accountId),
    minutes,
  });
  return { code: groupCode(code), expiresAt: expiresAt.toISOString() };
}
