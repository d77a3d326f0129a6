import type { ReplyOf } from '@shared/contract';
import type { reportHouseholdReadings as contract } from '@shared/temperatures/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { rowOf } from '../platform/idempotency';
import { Problem, problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { Households } from '../roster';
import { presentSlots } from '../schedules';
import { presentSettled } from './presentSettled';
import { type Sent, settlePlain, settleReading } from './settleReading';

type Result = ReplyOf<typeof contract>['results'][number];

/**
 * What one person reports for a whole household: the normal ones are one write. Each reading has a key of its own, stands or is
 * refused by itself, and repeating the request repeats nothing. Refusals carry the row in their paths.
 */
export async function reportHouseholdReadings(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  await refuseOtherHousehold(ctx, who, params.id);
  const sent = body.readings.map(({ slotId, ...input }, i) => ({
    ...{ slotId, input, once: rowOf(once, i), prefix: `readings.${i}.` },
  }));
  const plain = await settlePlain(ctx, who, sent);
  const views = new Map((await presentSlots(ctx, who, [...plain.values()])).map((view) => [view.id, view]));
  const report = async (one: Sent): Promise<Result> => {
    const { slotId } = one;
    try {
      const slot = views.get(slotId) ?? (await presentSettled(ctx, who, await settleReading(ctx, who, one)));
      return { slotId, status: 201, slot };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, errors } = error;
      return { slotId, status: error.status, problem: { code, errors } };
    }
  };
  return { results: await Promise.all(sent.map(report)) };
}

/** Residents have one household; of staff the household is looked for. Each slot is judged by itself all the same. */
async function refuseOtherHousehold(ctx: Context, who: Who, id: string): Promise<void> {
  const isTheirs =
    who.membership?.role === 'resident'
      ? who.membership.householdId === id
      : await Households(ctx).exists({ $and: [{ _id: id }, visible(who, 'Household')] });
  if (!isTheirs) throw problem('notFound');
}
