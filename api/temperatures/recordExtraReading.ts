import { isOld } from '@shared/temperatures/rules';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { type ExtraReadingDoc, ExtraReadings } from './model';

export type NewExtraReading = Omit<
  ExtraReadingDoc,
  '_id' | 'receivedAt' | 'old' | 'correctionOf' | 'reason' | 'occasion'
>;

/** Keeps the reading of a declaration, in the caller's transaction. */
export async function recordExtraReading(
  ctx: Context,
  reading: NewExtraReading,
  session: ClientSession,
): Promise<ExtraReadingDoc> {
  const receivedAt = ctx.clock.now();
  const doc: ExtraReadingDoc = {
    _id: new Types.ObjectId(),
    ...reading,
    occasion: 'declared',
    receivedAt,
    old: isOld({ takenAt: reading.takenAt, enteredAt: receivedAt }),
    correctionOf: null,
    reason: null,
  };
  await insertAll(ExtraReadings(ctx), [doc], session);
  return doc;
}
