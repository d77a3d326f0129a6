import type { listReturns as contract } from '@shared/returns/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { visible } from '../platform/visible';
import { Returns } from './model';
import { presentReturns } from './present';

/** Returns in view, newest first. */
export async function listReturns(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, partyId, gridId, state } = query;
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Returns(ctx)
    .find({
      $and: [
        visible(who, 'Return'),
        {
          ...(householdId && { householdId }),
          ...(partyId && { partyId }),
          ...(gridId && { gridPath: gridId }),
          ...(state && { state }),
          ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
        },
      ],
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: await presentReturns(ctx, who, rows), next };
}
