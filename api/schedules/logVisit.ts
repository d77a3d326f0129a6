import type { logVisit as contract, SlotView } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import { isReached } from '@shared/schedules/visits';
import { serverTimes } from '@shared/temperatures/rules';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { invalid, problem } from '../platform/problem';
import { findSlot } from './findSlot';
import type { EmbeddedVisit, SlotDoc } from './model';
import { presentSlots } from './present';
import { keepInSlot, settleSlot } from './settleSlot';

const graceMs = 60_000;

/** What came of a follow-up; one that reached the person settles the slot. Problems: notFound, notAllowed, input.invalid, slot.full. */
export async function logVisit(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'visit');
  if (slotKindOf(doc.kind).settledBy !== 'visit') throw problem('notAllowed');
  const key = `${who.accountId}:${once.key}`;
  const told = doc.visits.find((visit) => visit.key === key);
  if (told) {
    refuseOtherBody(told, once);
    return view(ctx, who, doc);
  }
  const receivedAt = ctx.clock.now();
  const { takenAt: at } = serverTimes({ ...body, takenAt: body.at }, receivedAt);
  if (at.getTime() > receivedAt.getTime() + graceMs) throw invalid([{ path: 'at', code: 'time.tooLate' }]);
  const { means, result, needs } = body;
  const entry: EmbeddedVisit = {
    _id: new Types.ObjectId(),
    ...{ key, hash: once.hash, at, receivedAt, means, result, needs },
    accountId: new Types.ObjectId(who.accountId),
  };
  const kept = { field: 'visits', entry, doneAt: at, receivedAt } as const;
  const where = { _id: doc._id, communityId: doc.communityId };
  const settled = isReached(result) ? await settleSlot(ctx, where, kept) : null;
  const done = settled ?? (await keepInSlot(ctx, doc, kept));
  if (done) return view(ctx, who, done);
  // Sent twice at the same moment: the other one was first.
  const now = await findSlot(ctx, who, params.id, 'visit');
  if (!now.visits.some((visit) => visit.key === key)) throw problem('slot.full');
  return view(ctx, who, now);
}

const view = async (ctx: Context, who: Who, doc: SlotDoc): Promise<SlotView> =>
  (await presentSlots(ctx, who, [doc]))[0] as SlotView;
