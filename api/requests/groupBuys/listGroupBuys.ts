import type { listGroupBuys as contract } from '@shared/requests/groupBuy';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
import { seenGroupBuys } from './findGroupBuy';
import { GroupBuys } from './model';
import { presentGroupBuys } from './presentGroupBuys';

/** Orders in view of the caller, the newest first. Problem: notAllowed. */
export async function listGroupBuys(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const open = query.open ? { state: 'open', closesAt: { $gt: ctx.clock.now() } } : {};
  const { rows, next } = await newestFirst(
    GroupBuys(ctx),
    { $and: [await seenGroupBuys(ctx, who), open] },
    query,
  );
  return { items: await presentGroupBuys(ctx, who, rows), next };
}
