import type { listSlots as contract } from '@shared/schedules/contract';
import type { SlotState } from '@shared/schedules/slotState';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { visible } from '../platform/visible';
import { Slots, unsettled } from './model';
import { presentSlots } from './present';

/** Slots of a kind in view, in order of time. */
export async function listSlots(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, observationId, gridId, date, kind, state } = query;
  const after = decodeCursor(query.cursor, ['moment', 'id']);
  const limit = limitOf(query);
  const place = after && ([new Date(after[0] as string), new Types.ObjectId(after[1])] as const);
  const docs = await Slots(ctx)
    .find({
      $and: [
        visible(who, 'Slot'),
        {
          kind,
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(observationId && { observationId }),
          ...(gridId && { gridPath: gridId }),
          ...(date && { day: date }),
        },
        state ? inState(state, ctx.clock.now()) : {},
        place ? { $or: [{ opensAt: { $gt: place[0] } }, { opensAt: place[0], _id: { $gt: place[1] } }] } : {},
      ],
    })
    .sort({ opensAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.opensAt.toISOString(), String(doc._id)]);
  return { items: await presentSlots(ctx, who, rows), next };
}

/** The same states as slotStateAt, as a filter. */
export function inState(state: SlotState, now: Date): object {
  switch (state) {
    case 'excused':
      return { excused: { $ne: null } };
    case 'done':
      return { excused: null, settledAt: { $ne: null }, $expr: { $lte: ['$settledAt', '$dueAt'] } };
    case 'late':
      return { excused: null, settledAt: { $ne: null }, $expr: { $gt: ['$settledAt', '$dueAt'] } };
    case 'open':
      return { ...unsettled, closesAt: { $gt: now } };
    case 'missed':
      return { ...unsettled, closesAt: { $lte: now } };
  }
}
