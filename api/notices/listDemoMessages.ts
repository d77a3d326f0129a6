import type { listDemoMessages as contract, MessageTemplate } from '@shared/notices/contract';
import { Types } from 'mongoose';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { openMessages } from './openMessages';
import { Outgoing } from './outgoing';

/** What would have left by telephone, newest first. Only the demo has this operation. */
export async function listDemoMessages(ctx: Context, _who: null, { query }: Input<typeof contract>) {
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Outgoing(ctx)
    .find({
      channel: 'telephone',
      state: { $ne: 'withheld' },
      ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  const items = (await openMessages(ctx, rows)).map(({ doc, to, params }) => ({
    id: String(doc._id),
    phone: to,
    template: doc.template as MessageTemplate,
    params,
    state: doc.state,
    madeAt: doc.madeAt.toISOString(),
  }));
  return { items, next };
}
