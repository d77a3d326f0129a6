import type { getReturn as contract } from '@shared/returns/contract';
import type { ReturnView } from '@shared/returns/view';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { findReturn } from './findReturn';
import { presentReturns } from './present';

/** One return. Problem: notFound. */
export async function getReturn(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<ReturnView> {
  const [view] = await presentReturns(ctx, who, [await findReturn(ctx, who, params.id)]);
  return view as ReturnView;
}
