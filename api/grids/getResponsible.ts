import type { getResponsible as contract, Responsible } from '@shared/grids/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { Dwellings } from '../roster';
import { gridBook } from './gridBook';
import { presentResponsible } from './responsible';

/** Who answers for a door now, and why. Problem: notFound. */
export async function getResponsible(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<Responsible> {
  const dwelling = await Dwellings(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Dwelling', 'ask')] })
    .lean();
  if (!dwelling) throw problem('notFound');
  const book = await gridBook(ctx, dwelling.communityId);
  return presentResponsible(book, { ...dwelling, responsibleFrom: 'worker' }, ctx.clock.now());
}
