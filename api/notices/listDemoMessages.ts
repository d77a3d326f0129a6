import type { listDemoMessages as contract, MessageTemplate } from '@shared/notices/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { newestFirst } from '../platform/newestFirst';
import { openMessages } from './openMessages';
import { Outgoing } from './outgoing';

/** What would have left by telephone, newest first. Only the demo has this operation. */
export async function listDemoMessages(ctx: Context, _who: null, { query }: Input<typeof contract>) {
  const { rows, next } = await newestFirst(
    Outgoing(ctx),
    { channel: 'telephone', state: { $ne: 'withheld' } },
    query,
  );
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
