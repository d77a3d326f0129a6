import type { listHandovers as contract } from '@shared/returns/handover';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { visible } from '../../platform/visible';
import { Handovers } from './model';
import { presentHandovers } from './presentHandover';

/** What other communities offer to this one, newest first. */
export async function listHandovers(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Handovers(ctx)
    .find({
      $and: [
        visible(who, 'Handover'),
        {
          ...(query.open && { answer: null }),
          ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
        },
      ],
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: await presentHandovers(ctx, rows), next };
}
