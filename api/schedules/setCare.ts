import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { type SlotDoc, Slots } from './model';

/** Until when the health station sees what an observation or a case asked for: as long as it sees that itself. In the caller's transaction. */
export async function setCare(
  ctx: Context,
  of: Pick<SlotDoc, 'communityId'> & Partial<Pick<SlotDoc, 'observationId' | 'requestId'>>,
  healthUntil: Date,
  session: ClientSession,
): Promise<void> {
  await Slots(ctx).updateMany(of, { $set: { healthUntil } }, { session });
}
