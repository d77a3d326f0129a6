import type { endRun as contract, RunView } from '@shared/requests/run';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { presentRun, Runs } from './runModel';

/** The trip is over; what was not brought stays with whoever has it. A repeat finds it ended. Problem: notFound. */
export async function endRun(ctx: Context, who: Who, { params }: Input<typeof contract>): Promise<RunView> {
  const own = { communityId: who.membership?.communityId, _id: params.id, accountId: who.accountId };
  const ended = await Runs(ctx)
    .findOneAndUpdate(
      { ...own, endedAt: null },
      { $set: { endedAt: ctx.clock.now() }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  const doc = ended ?? (await Runs(ctx).findOne(own).lean());
  if (!doc) throw problem('notFound');
  return presentRun(doc);
}
