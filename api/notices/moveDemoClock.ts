import type { moveDemoClock as contract } from '@shared/notices/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';

/** Sets the product’s clock, so that a fortnight can be watched in a minute. Only the demo has this operation. */
export async function moveDemoClock(ctx: Context, _who: null, { body }: Input<typeof contract>) {
  await ctx.clock.moveTo(new Date(body.to));
  return { now: ctx.clock.now().toISOString() };
}
