import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { refuseOtherBody } from '../platform/idempotency';
import { insertAll } from '../platform/mongo';
import type { EmbeddedReading, PersonSlot } from '../schedules';
import { ExtraReadings } from './model';

/**
 * A fever for a slot that keeps no more is kept beside it, as a reading without a slot: it must reach somebody whatever a phone
 * sent before. False when it is a repeat. In the caller's transaction. Problem: key.reused.
 */
export async function keepBeside(
  ctx: Context,
  { communityId, residentId, householdId }: PersonSlot,
  reading: EmbeddedReading,
  session: ClientSession,
): Promise<boolean> {
  const known = await ExtraReadings(ctx).findOne({ communityId, key: reading.key }).session(session).lean();
  if (known) {
    refuseOtherBody({ hash: known.hash ?? '' }, reading);
    return false;
  }
  const doc = { ...reading, communityId, residentId, householdId, occasion: 'extra' as const };
  await insertAll(ExtraReadings(ctx), [doc], session);
  return true;
}
