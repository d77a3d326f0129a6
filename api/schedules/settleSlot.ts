import { arrivesWithinHours } from '@shared/schedules/slotState';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { gather } from '../platform/gathering';
import {
  type EmbeddedCall,
  type EmbeddedCollection,
  type EmbeddedReading,
  type EmbeddedVisit,
  type SlotDoc,
  Slots,
} from './model';

/** So much is kept of one slot: readings and corrections of a day, never a flood. */
const mostKept = 50;

export interface Kept {
  field: 'readings' | 'visits' | 'collections';
  entry: EmbeddedReading | EmbeddedVisit | EmbeddedCollection;
  /** When it was done, by the server’s clock. */
  doneAt: Date;
  receivedAt: Date;
}

/** Whatever was done in the window of a slot that is still owed, is kept in it and settles it. */
function settling(where: Record<string, unknown>, { field, entry, doneAt, receivedAt }: Kept) {
  const latest = new Date(receivedAt.getTime() - arrivesWithinHours * 3_600_000);
  const filter = {
    ...where,
    settledAt: null,
    excused: null,
    opensAt: { $lte: doneAt },
    closesAt: { $gte: new Date(Math.max(doneAt.getTime(), latest.getTime())) },
    [`${field}.key`]: { $ne: entry.key },
  };
  const update = {
    $push: { [field]: entry },
    $set: { settledAt: doneAt, settledReceivedAt: receivedAt },
    $unset: { nextStepAt: '' },
    $inc: { version: 1 },
  };
  return { filter: filter as never, update: update as never };
}

/** The normal case in one update. The right of the caller is part of the filter. Null where it does not settle; nothing was written then. */
export async function settleSlot(
  ctx: Context,
  where: Record<string, unknown>,
  kept: Kept,
  session?: ClientSession,
): Promise<SlotDoc | null> {
  const { filter, update } = settling(where, kept);
  return Slots(ctx).collection.findOneAndUpdate(filter, update, {
    ...{ returnDocument: 'after', ignoreUndefined: true },
    ...(session && { session }),
  }) as unknown as Promise<SlotDoc | null>;
}

interface Settling {
  where: { _id: Types.ObjectId } & Record<string, unknown>;
  kept: Kept;
}

/** The same, in one write with whatever else settles at the same moment. */
export const settleTogether = gather(
  async (ctx: Context, rows: readonly Settling[]): Promise<(SlotDoc | null)[]> => {
    const [only, ...others] = rows as [Settling, ...Settling[]];
    if (!others.length) return [await settleSlot(ctx, only.where, only.kept)];
    const chosen = new Map(rows.map((row) => [String(row.where._id), row]));
    // Whoever is not settled by it is looked at alone, and learns why.
    const settled = await settleSlots(ctx, [...chosen.values()]).catch(() => new Map<string, SlotDoc>());
    return rows.map((row) => {
      const id = String(row.where._id);
      return (chosen.get(id) === row && settled.get(id)) || null;
    });
  },
);

/**
 * The same for several slots in one write, and the look at them goes along with it: those that were settled by it, by id. Where one of
 * them was not, they are looked at once more.
 */
export async function settleSlots(ctx: Context, rows: Settling[]): Promise<Map<string, SlotDoc>> {
  const slots = Slots(ctx).collection;
  const ids = rows.map(({ where }) => where._id);
  const look = () => slots.find({ _id: { $in: ids } }).toArray() as unknown as Promise<SlotDoc[]>;
  const mine = new Map(rows.map(({ where, kept }) => [String(where._id), kept]));
  const [written, seen] = await Promise.all([
    slots.bulkWrite(
      rows.map(({ where, kept }) => ({ updateOne: settling(where, kept) })),
      { ordered: false, ignoreUndefined: true },
    ),
    look(),
  ]);
  const isWhole = written.matchedCount === rows.length && mine.size === rows.length;
  return new Map(
    (isWhole ? seen : await look()).flatMap((doc) => {
      const id = String(doc._id);
      const kept = mine.get(id) as Kept;
      return isIn(kept, doc) ? [[id, doc] as const] : isWhole ? [[id, settled(doc, kept)] as const] : [];
    }),
  );
}

const isIn = ({ field, entry }: Kept, doc: SlotDoc): boolean =>
  Boolean(doc[field]?.some(({ _id }) => _id.equals(entry._id)));

/** A slot that was looked at before it was settled, as it is now. */
const settled = (doc: SlotDoc, { field, entry, doneAt, receivedAt }: Kept): SlotDoc => ({
  ...doc,
  [field]: [...(doc[field] ?? []), entry],
  settledAt: doneAt,
  settledReceivedAt: receivedAt,
  version: doc.version + 1,
});

/** Keeps an entry that settles nothing: a further one, one out of its window, or for what is excused. Null when the slot is full. */
export async function keepInSlot(
  ctx: Context,
  doc: SlotDoc,
  { field, entry }: Pick<Kept, 'field' | 'entry'> | { field: 'calls'; entry: EmbeddedCall },
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
