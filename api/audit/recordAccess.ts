import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { machineNow } from '../platform/clock';
import { problem } from '../platform/problem';
import { AccessLog } from './model';

const keptYears = 3;
const yearMs = 365 * 86_400_000;

export interface Access {
  residentId: Types.ObjectId;
  about: { entity: string; id: Types.ObjectId };
  field: string;
  reason: string;
  /** The one account at home that may know of it. */
  privateTo?: Types.ObjectId;
}

/** Records that a sealed field is about to be opened. Called before the text leaves; if it fails, nothing leaves. */
export async function recordAccess(ctx: Context, who: Who, access: Access): Promise<void> {
  await AccessLog(ctx).create({ ...access, ...whoAndWhen(ctx, who) });
}

/** Who acts, for which membership, when, and until when that is kept. */
export function whoAndWhen(ctx: Context, { accountId, membership }: Who) {
  if (!membership) throw problem('notAllowed');
  return {
    communityId: new Types.ObjectId(membership.communityId),
    accountId: new Types.ObjectId(accountId),
    membershipId: new Types.ObjectId(membership.id),
    role: membership.role,
    at: ctx.clock.now(),
    expiresAt: new Date(machineNow().getTime() + keptYears * yearMs),
  };
}
