import { audience } from '@shared/live';
import {
  type cancelGroupBuy as cancelContract,
  type GroupBuyView,
  groupBuyMinutes,
  type joinGroupBuy as joinContract,
  type listGroupBuys as listContract,
  type openGroupBuy as openContract,
} from '@shared/requests/groupBuy';
import { addMinutes } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { gridBook } from '../../grids';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../../platform/mongo';
import { newestFirst } from '../../platform/newestFirst';
import { invalid, problem } from '../../platform/problem';
import { mayWith } from '../../platform/visible';
import { Households } from '../../roster';
import { stepBy } from '../actors';
import { answersFor, findGroupBuy, seenGroupBuys } from './findGroupBuy';
import { type GroupBuyDoc, GroupBuys } from './model';
import { presentGroupBuys } from './presentGroupBuys';

/** Opens an order for the doors of an area that the caller answers for. A repeat finds it as it is. Problems: notAllowed, input.invalid, key.reused. */
export async function openGroupBuy(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof openContract>,
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
  return view(ctx, who, doc);
}

async function repeated(ctx: Context, who: Who, doc: GroupBuyDoc, made: GroupBuyDoc['made']) {
  refuseOtherBody(doc.made, made);
  return view(ctx, who, doc);
}

export async function listGroupBuys(ctx: Context, who: Who, { query }: Input<typeof listContract>) {
  const open = query.open ? { state: 'open', closesAt: { $gt: ctx.clock.now() } } : {};
  const { rows, next } = await newestFirst(
    GroupBuys(ctx),
    { $and: [await seenGroupBuys(ctx, who), open] },
    query,
  );
  return { items: await presentGroupBuys(ctx, who, rows), next };
}

/**
 * A door takes so many shares; the last word counts, also when it is sent twice. Of staff for whom they may order. Problems: notFound,
 * input.invalid, groupBuy.closed.
 */
export async function joinGroupBuy(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof joinContract>,
): Promise<GroupBuyView> {
  const seen = await findGroupBuy(ctx, who, params.id);
  const { communityId, _id } = seen;
  const home = await Households(ctx).findOne({ communityId, _id: body.householdId }).lean();
  const { gridPath } = home ?? {};
  const placed = home && { communityId, householdId: home._id, gridPath: gridPath ?? [], life: 'errand' };
  if (!home || home.mergedInto || !placed || !mayWith(who, 'order', 'Request', placed))
    throw problem('notFound');
  if (!home.gridPath.some((id) => id.equals(seen.gridId))) throw problem('notFound');
  if (body.shares > seen.mostShares) throw invalid([{ path: 'shares', code: 'tooBig' }]);
  const own = { householdId: home._id, door: home.door, shares: body.shares, by: stepBy(who) };
  const doc = await inTransaction(ctx, async (session) => {
    const stillOpen = { communityId, _id, state: 'open', closesAt: { $gt: ctx.clock.now() } } as const;
    const without = await GroupBuys(ctx)
      .findOneAndUpdate(
        stillOpen,
        { $pull: { joined: { householdId: home._id } }, $inc: { version: 1 } } as never,
        {
          ...{ session, returnDocument: 'after' },
        },
      )
      .lean();
    if (!without) throw problem('groupBuy.closed');
    if (!body.shares) return without;
    return GroupBuys(ctx)
      .findOneAndUpdate(stillOpen, { $push: { joined: own } }, { session, returnDocument: 'after' })
      .lean();
  });
  return view(ctx, who, doc as GroupBuyDoc);
}

/** It does not come about, by whoever answers for its area. Problems: notFound, notAllowed, groupBuy.closed. */
export async function cancelGroupBuy(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof cancelContract>,
): Promise<GroupBuyView> {
  const seen = await findGroupBuy(ctx, who, params.id);
  if (!answersFor(who, seen)) throw problem('notAllowed');
  const doc = await GroupBuys(ctx)
    .findOneAndUpdate(
      {
        ...{ communityId: seen.communityId, _id: seen._id, state: 'open', version: body.seenVersion },
        // From then on it is being made into errands.
        closesAt: { $gt: ctx.clock.now() },
      },
      { $set: { state: 'cancelled' }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!doc && seen.state !== 'cancelled') throw problem('groupBuy.closed');
  return view(ctx, who, doc ?? seen);
}

const view = async (ctx: Context, who: Who, doc: GroupBuyDoc): Promise<GroupBuyView> =>
  (await presentGroupBuys(ctx, who, [doc]))[0] as GroupBuyView;
