import { arrivesWithinHours } from '@shared/schedules/slotState';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { type EmbeddedReading, type EmbeddedVisit, type SlotDoc, Slots } from './model';

/** So much is kept of one slot: readings and corrections of a day, never a flood. */
const mostKept = 50;

interface Kept {
  field: 'readings' | 'visits';
  entry: EmbeddedReading | EmbeddedVisit;
  /** When it was done, by the server’s clock. */
  doneAt: Date;
  receivedAt: Date;
}

/**
 * The normal case in one update: whatever was done in the window of a slot that is still owed is kept in it and settles it. The
 * right of the caller is part of the filter. Null where it does not settle; nothing was written then.
 */
export async function settleSlot(
  ctx: Context,
  where: Record<string, unknown>,
  { field, entry, doneAt, receivedAt }: Kept,
  session?: ClientSession,
): Promise<SlotDoc | null> {
  const latest = new Date(receivedAt.getTime() - arrivesWithinHours * 3_600_000);
  return Slots(ctx).collection.findOneAndUpdate(
    {
      ...where,
      settledAt: null,
      excused: null,
      opensAt: { $lte: doneAt },
      closesAt: { $gte: new Date(Math.max(doneAt.getTime(), latest.getTime())) },
      [`${field}.key`]: { $ne: entry.key },
    } as never,
    {
      $push: { [field]: entry },
      $set: { settledAt: doneAt, settledReceivedAt: receivedAt },
      $unset: { nextStepAt: '' },
      $inc: { version: 1 },
    } as never,
    { returnDocument: 'after', ignoreUndefined: true, ...(session && { session }) },
  ) as unknown as Promise<SlotDoc | null>;
}

/** Keeps an entry that settles nothing: a further one, one out of its window, or for what is excused. Null when the slot is full. */
export async function keepInSlot(
  ctx: Context,
  doc: SlotDoc,
  { field, entry }: Pick<Kept, 'field' | 'entry'>,
  session?: ClientSession,
): Promise<SlotDoc | null> {
  return Slots(ctx).collection.findOneAndUpdate(
    {
      _id: doc._id,
      communityId: doc.communityId,
      [`${field}.key`]: { $ne: entry.key },
      [`${field}.${mostKept - 1}`]: { $exists: false },
    } as never,
    { $push: { [field]: entry }, $inc: { version: 1 } } as never,
    { returnDocument: 'after', ignoreUndefined: true, ...(session && { session }) },
  ) as unknown as Promise<SlotDoc | null>;
}
