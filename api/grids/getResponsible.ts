import type { ReplyOf } from '@shared/contract';
import type { getResponsible as contract } from '@shared/grids/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { Dwellings } from '../roster';
import { gridBookAt } from './gridBook';
import { placesIn } from './placeOf';
import { presentCalled, presentResponsible } from './responsible';

/** Who answers for a door now or at a moment, who is called for urgent things, and why. Problem: notFound. */
export async function getResponsible(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const dwelling = await Dwellings(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Dwelling', 'ask')] })
    .lean();
  if (!dwelling) throw problem('notFound');
  const at = query.at ? new Date(query.at) : ctx.clock.now();
  const book = await gridBookAt(ctx, dwelling.communityId, at);
  // By the grids themselves: while doors are moved, some still carry the old one.
  const work = { ...placesIn(book.docs)(dwelling.address), responsibleFrom: 'worker' as const };
  return { ...presentResponsible(book, work, at), called: presentCalled(book, work, at) };
}
