import type { endBindings as endContract, unbindAccount as unbindContract } from '@shared/roster/binding';
import { Types } from 'mongoose';
import { Memberships, revokeSecrets } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { findInvitee } from './findInvitee';

/** A resident leaves the household behind on this account; doing it again changes nothing. Problem: notFound. */
export async function unbindAccount(
  ctx: Context,
  who: Who,
  { params }: Input<typeof unbindContract>,
): Promise<undefined> {
  const own = {
    _id: new Types.ObjectId(params.id),
    accountId: new Types.ObjectId(who.accountId),
    role: 'resident' as const,
    mandate: { $exists: false },
  };
  if (!(await Memberships(ctx).exists(own))) throw problem('notFound');
  await end(ctx, own);
}

/** Every account of a resident, and an invitation under way. Problem: notFound. */
export async function endBindings(
  ctx: Context,
  who: Who,
  { params }: Input<typeof endContract>,
): Promise<undefined> {
  const { _id, communityId } = await findInvitee(ctx, who, params.id);
  await revokeSecrets(ctx, { purpose: 'residentInvitation', subject: String(_id) });
  await end(ctx, { communityId, residentId: _id, role: 'resident' });
}

async function end(ctx: Context, filter: Record<string, unknown>): Promise<void> {
  const now = ctx.clock.now();
  await Memberships(ctx).updateMany(
    { ...filter, $or: [{ until: { $exists: false } }, { until: { $gt: now } }] } as object,
    { $set: { until: now }, $inc: { rightsVersion: 1 } },
  );
}
