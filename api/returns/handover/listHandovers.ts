import type { listHandovers as contract } from '@shared/returns/handover';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
import { visible } from '../../platform/visible';
import { Handovers } from './model';
import { presentHandovers } from './presentHandover';

/** What other communities offer to this one, newest first. */
export async function listHandovers(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { rows, next } = await newestFirst(
    Handovers(ctx),
    { $and: [visible(who, 'Handover'), { ...(query.open && { answer: null }) }] },
    query,
  );
  return { items: await presentHandovers(ctx, rows), next };
}
