import { audience } from '@shared/live';
import { type openGroupBuy as contract, type GroupBuyView, groupBuyMinutes } from '@shared/requests/groupBuy';
import { addMinutes } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { gridBook } from '../../grids';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../../platform/mongo';
import { invalid } from '../../platform/problem';
import { answersFor } from './findGroupBuy';
import { type GroupBuyDoc, GroupBuys } from './model';
import { presentGroupBuy } from './presentGroupBuys';

/** Opens an order for the doors of an area that the caller answers for. A repeat finds it as it is. Problems: notAllowed, input.invalid, key.reused. */
export async function openGroupBuy(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<GroupBuyView> {
  const { gridId, closesAt: until, note, ...said } = body;
  const communityId = new Types.ObjectId(who.membership?.communityId);
  const made = { key: `${who.accountId}:${once.key}`, hash: once.hash };
  const now = ctx.clock.now();
  const closesAt = new Date(until);
  const book = await gridBook(ctx, communityId);
  const grid = book.docs.find(({ _id }) => String(_id) === gridId);
  if (!grid || !answersFor(who, { gridPath: grid.path }))
    throw invalid([{ path: 'gridId', code: 'grid.unknown' }]);
  const doc: GroupBuyDoc = {
    _id: new Types.ObjectId(),
    ...{ communityId, gridId: grid._id, gridPath: grid.path, ...said, ...(note && { note }) },
    organiser: { accountId: new Types.ObjectId(who.accountId), role: who.membership?.role ?? null },
    ...{ state: 'open', closesAt, nextStepAt: closesAt, joined: [], version: 1, made },
    audience: [audience.grid(gridId), audience.account(who.accountId)],
  };
  const before = await GroupBuys(ctx).findOne({ communityId, 'made.key': made.key }).lean();
  if (before) return repeated(ctx, who, before, made);
  if (closesAt < addMinutes(now, groupBuyMinutes.least) || closesAt > addMinutes(now, groupBuyMinutes.most))
    throw invalid([{ path: 'closesAt', code: 'groupBuy.time' }]);
  try {
    await inTransaction(ctx, (session) => insertAll(GroupBuys(ctx), [doc], session));
  } catch (error) {
    // The same tap twice at the same moment.
    const first =
      isDuplicate(error) && (await GroupBuys(ctx).findOne({ communityId, 'made.key': made.key }).lean());
    if (!first) throw error;
    return repeated(ctx, who, first, made);
  }
  return presentGroupBuy(ctx, who, doc);
}

async function repeated(ctx: Context, who: Who, doc: GroupBuyDoc, made: GroupBuyDoc['made']) {
  refuseOtherBody(doc.made, made);
  return presentGroupBuy(ctx, who, doc);
}
