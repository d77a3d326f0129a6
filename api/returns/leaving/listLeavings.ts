import type { listLeavings as contract } from '@shared/returns/leaving';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { visible } from '../../platform/visible';
import { Leavings } from './model';
import { presentLeavings } from './presentLeaving';

/** Leavings in view, newest first. */
export async function listLeavings(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { residentId, state } = query;
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Leavings(ctx)
    .find({
      $and: [
        visible(who, 'Leaving'),
        {
          ...(residentId && { residentId }),
          ...(state && { state }),
          ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
        },
      ],
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: await presentLeavings(ctx, who, rows), next };
}
