import type { SlotCounts } from '@shared/schedules/contract';
import type { Context } from '../context';
import { Slots } from './model';

const none: SlotCounts = { owed: 0, done: 0, late: 0, open: 0, overdue: 0, missed: 0, excused: 0 };

/** How far a window has come: each number is the number of a list. `where` is served by the index on grid, kind and day. */
export async function countSlots(
  ctx: Context,
  where: Record<string, unknown>,
  now: Date,
): Promise<SlotCounts> {
  const isExcused = { $ne: [{ $ifNull: ['$excused', null] }, null] };
  const isSettled = { $ne: [{ $ifNull: ['$settledAt', null] }, null] };
  const count = (...conditions: object[]) => ({ $sum: { $cond: [{ $and: conditions }, 1, 0] } });
  const not = (condition: object) => ({ $not: [condition] });
  const isOpen = { $gt: ['$closesAt', now] };
  const owed = [not(isExcused), not(isSettled)];
  const [counts] = await Slots(ctx).aggregate<SlotCounts>([
    { $match: where },
    {
      $group: {
        _id: null,
        owed: count(not(isExcused)),
        done: count(not(isExcused), isSettled, { $lte: ['$settledAt', '$dueAt'] }),
        late: count(not(isExcused), isSettled, { $gt: ['$settledAt', '$dueAt'] }),
        open: count(...owed, isOpen),
        overdue: count(...owed, isOpen, { $lte: ['$dueAt', now] }),
        missed: count(...owed, not(isOpen)),
        excused: count(isExcused),
      },
    },
    { $project: { _id: 0 } },
  ]);
  return counts ?? none;
}
