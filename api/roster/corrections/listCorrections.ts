import type { listCorrections as contract } from '@shared/roster/corrections';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { visible } from '../../platform/visible';
import { Corrections } from './model';
import { presentCorrections } from './presentCorrections';

/** Corrections in view, the newest first. */
export async function listCorrections(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Corrections(ctx)
    .find({
      $and: [
        visible(who, 'Correction'),
        {
          ...(query.state && { state: query.state }),
          ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
        },
      ],
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: await presentCorrections(ctx, who, rows), next };
}
