import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { WorkPlace } from '../grids';
import { Returns } from './model';

/** Where the returns of a community lie that somebody still has to verify; to see who answers for them. */
export async function openReturns(ctx: Context, communityId: Types.ObjectId): Promise<WorkPlace[]> {
  return Returns(ctx)
    .find(
      { communityId, state: 'declared' },
      { gridId: 1, patchId: 1, responsibleFrom: 1, responsibleAccountId: 1 },
    )
    .lean();
}
