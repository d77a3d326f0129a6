import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { machineNow } from '../platform/clock';
import { problem } from '../platform/problem';
import { AccessLog } from './model';

const keptYears = 3;

export interface Access {
  residentId: Types.ObjectId;
  about: { entity: string; id: Types.ObjectId };
  field: string;
  reason: string;
}

/** Records that a sealed field is about to be opened. Called before the text leaves; if it fails, nothing leaves. */
export async function recordAccess(ctx: Context, who: Who, access: Access): Promise<void> {
  const { membership } = who;
  if (!membership) throw problem('notAllowed');
  const now = machineNow();
  await AccessLog(ctx).create({
    ...access,
    communityId: new Types.ObjectId(membership.communityId),
    accountId: new Types.ObjectId(who.accountId),
    membershipId: new Types.ObjectId(membership.id),
    role: membership.role,
    at: ctx.clock.now(),
    expiresAt: new Date(now.getTime() + keptYears * 365 * 86_400_000),
  });
}
