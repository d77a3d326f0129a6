import type { collectTrash as contract, SlotView } from '@shared/schedules/contract';
import { serverTimes } from '@shared/temperatures/rules';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { invalid, problem } from '../platform/problem';
import { findSlot } from './findSlot';
import type { EmbeddedCollection, SlotDoc } from './model';
import { presentSlots } from './present';
import { keepInSlot, settleSlot } from './settleSlot';

const graceMs = 60_000;

/**
 * Standing trash was taken from a door, also when that arrives later; what is taken after the window, or where the household had said
 * there is nothing, is kept and settles nothing. Problems: notFound, notAllowed, input.invalid, slot.full, key.reused.
 */
export async function collectTrash(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'collect');
  const key = `${who.accountId}:${once.key}`;
  const keptIn = ({ collections = [] }: SlotDoc) => collections.find((one) => one.key === key);
  const before = keptIn(doc);
  if (before) {
    refuseOtherBody(before, once);
    return view(ctx, who, doc);
  }
  const receivedAt = ctx.clock.now();
  const { takenAt: at } = serverTimes({ ...body, takenAt: body.at }, receivedAt);
  if (at.getTime() > receivedAt.getTime() + graceMs) throw invalid([{ path: 'at', code: 'time.tooLate' }]);
  const { bags, infectiousBags } = body;
  const entry: EmbeddedCollection = {
    _id: new Types.ObjectId(),
    ...{ key, hash: once.hash, at, receivedAt, bags, infectiousBags },
    accountId: new Types.ObjectId(who.accountId),
  };
  const kept = { field: 'collections', entry, doneAt: at, receivedAt } as const;
  const settled = await settleSlot(ctx, { _id: doc._id, communityId: doc.communityId }, kept);
  const done = settled ?? (await keepInSlot(ctx, doc, kept));
  if (done) return view(ctx, who, done);
  // Sent twice at the same moment: the other one was first.
  const now = await findSlot(ctx, who, params.id, 'collect');
  if (!keptIn(now)) throw problem('slot.full');
  return view(ctx, who, now);
}

const view = async (ctx: Context, who: Who, doc: SlotDoc): Promise<SlotView> =>
  (await presentSlots(ctx, who, [doc]))[0] as SlotView;
