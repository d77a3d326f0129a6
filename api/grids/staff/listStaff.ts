import { type listStaff as contract, staffRoles } from '@shared/accounts/staffContract';
import { Types } from 'mongoose';
import { Memberships } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { problem } from '../../platform/problem';
import { presentStaff } from './presentStaff';

/** Who serves in the caller’s community, or served; in the order in which they were made. */
export async function listStaff(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const now = ctx.clock.now();
  const members = await Memberships(ctx)
    .find({
      communityId,
      role: query.role ?? { $in: staffRoles },
      ...(after && { _id: { $gt: new Types.ObjectId(after) } }),
      ...(query.ended === 'true'
        ? { until: { $lte: now } }
        : { $or: [{ until: { $exists: false } }, { until: { $gt: now } }] }),
    })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(members, limit, ({ _id }) => [String(_id)]);
  return { items: await presentStaff(ctx, communityId, rows), next };
}
