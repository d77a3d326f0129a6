import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { WorkPlace } from '../grids';
import { Requests } from './model';

/** Where the open requests of a community lie; to see who answers for them. */
export async function openRequests(ctx: Context, communityId: Types.ObjectId): Promise<WorkPlace[]> {
  return Requests(ctx)
    .find(
      { communityId, open: true, $or: [{ life: 'case' }, { life: 'errand' }] },
      { gridId: 1, patchId: 1, responsibleFrom: 1, responsibleAccountId: 1 },
    )
    .lean();
}
