import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type SlotDoc, Slots } from './model';

/** Excuses what an observation still owes from a moment on, with the reason; what is over stays as it is. */
export async function excuseRemaining(
  ctx: Context,
  communityId: Types.ObjectId,
  observationId: Types.ObjectId,
  excused: NonNullable<SlotDoc['excused']>,
  session: ClientSession,
): Promise<void> {
  await Slots(ctx).updateMany(
    { communityId, observationId, closesAt: { $gt: excused.at }, settledAt: null, excused: null },
    { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
    { session },
  );
}
