import { oldAfterHours } from '@shared/temperatures/reading';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { type ExtraReadingDoc, ExtraReadings } from './model';

export type NewExtraReading = Omit<ExtraReadingDoc, '_id' | 'receivedAt' | 'old'>;

/** Keeps a reading that belongs to no slot, in the caller's transaction. */
export async function recordExtraReading(
  ctx: Context,
  reading: NewExtraReading,
  session: ClientSession,
): Promise<void> {
  const receivedAt = ctx.clock.now();
  const old = receivedAt.getTime() - reading.takenAt.getTime() > oldAfterHours * 3_600_000;
  await insertAll(ExtraReadings(ctx), [{ _id: new Types.ObjectId(), ...reading, receivedAt, old }], session);
}
