import type { endMandate as contract } from '@shared/roster/mandates';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { Households } from '../model';
import { endNewest } from './endNewest';
import { type MandateDoc, Mandates } from './model';
import { tellHolder, tellHousehold } from './tellMandate';

/** Takes a mandate back, at once; doing it again changes nothing. The other side hears of it. Problem: notFound. */
export async function endMandate(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<undefined> {
  const mandate = await Mandates(ctx).findById(params.id).lean();
  if (!mandate || !(await mayEnd(ctx, who, mandate))) throw problem('notFound');
  const { _id, communityId } = mandate;
  const by = new Types.ObjectId(who.accountId);
  await inTransaction(ctx, async (session) => {
    const ended = await endNewest(ctx, { communityId, _id }, by, session);
    // One that was over already concerns nobody any more.
    if (!ended || ended.until <= ctx.clock.now()) return;
    if (ended.accountId.equals(by)) await tellHousehold(ctx, ended, 'returned', session);
    else await tellHolder(ctx, ended, 'ended', session);
  });
}

/** The household, the staff who look after it, and whoever holds it. */
async function mayEnd(ctx: Context, who: Who, { accountId, householdId }: MandateDoc): Promise<boolean> {
  if (String(accountId) === who.accountId) return true;
  const judged = { $and: [{ _id: householdId }, visible(who, 'Mandate', 'end')] };
  return Boolean(await Households(ctx).exists(judged));
}
