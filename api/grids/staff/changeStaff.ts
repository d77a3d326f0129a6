import type { StaffChanged } from '@shared/accounts/staffContract';
import type { ClientSession } from 'mongoose';
import { type MembershipDoc, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { handOver } from './handOver';
import { presentStaff } from './presentStaff';
import { touchStaff } from './staffRules';

/** A change of one member in a transaction, one after the other in a community; answers them and who takes over. */
export async function changeStaff(
  ctx: Context,
  member: MembershipDoc,
  write: (session: ClientSession) => Promise<void>,
): Promise<StaffChanged> {
  const handedOver = await handOver(ctx, member, () =>
    inTransaction(ctx, async (session) => {
      await touchStaff(ctx, member.communityId, session);
      await write(session);
    }),
  );
  const now = await Memberships(ctx).findById(member._id).lean();
  const [staff] = await presentStaff(ctx, String(member.communityId), now ? [now] : []);
  if (!staff) throw problem('internal');
  return { staff, handedOver };
}
