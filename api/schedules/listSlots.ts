import type { listSlots as contract, SlotView } from '@shared/schedules/contract';
import { slotStateAt } from '@shared/schedules/slotState';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { seesHealth, visible } from '../platform/visible';
import { type SlotDoc, Slots } from './model';

/** Slots in view, in order of time. */
export async function listSlots(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, observationId, gridId, date } = query;
  const after = decodeCursor(query.cursor, ['moment', 'id']);
  const limit = limitOf(query);
  const place = after && ([new Date(after[0] as string), new Types.ObjectId(after[1])] as const);
  const docs = await Slots(ctx)
    .find({
      $and: [
        visible(who, 'Slot'),
        {
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(observationId && { observationId }),
          ...(gridId && { gridPath: gridId }),
          ...(date && { day: date }),
        },
        place ? { $or: [{ opensAt: { $gt: place[0] } }, { opensAt: place[0], _id: { $gt: place[1] } }] } : {},
      ],
    })
    .sort({ opensAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.opensAt.toISOString(), String(doc._id)]);
  return { items: rows.map((doc) => presentSlot(who, doc, ctx.clock.now())), next };
}

const presentSlot = (who: Who, doc: SlotDoc, now: Date): SlotView => ({
  id: String(doc._id),
  kind: doc.kind,
  residentId: String(doc.residentId),
  observationId: String(doc.observationId),
  day: doc.day,
  window: doc.window,
  opensAt: doc.opensAt.toISOString(),
  dueAt: doc.dueAt.toISOString(),
  closesAt: doc.closesAt.toISOString(),
  state: slotStateAt({ ...doc, excused: doc.excused !== null }, now),
  arrivedAfterClose: false,
  // What an adult closed to the household; that something was reported stays visible.
  readings: (seesHealth(who, doc) ? doc.readings : []).map((reading) => ({
    ...reading,
    takenAt: reading.takenAt.toISOString(),
    receivedAt: reading.receivedAt.toISOString(),
  })),
  version: doc.version,
  actions: [],
});
