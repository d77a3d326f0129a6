import type { listUnreported as contract } from '@shared/schedules/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { visibleIds } from '../platform/visible';
import { countByStairs, stairsOf } from './countByStairs';
import { countSlots } from './countSlots';
import { Slots, unsettled } from './model';
import { presentOwed } from './presentOwed';
import { windowAsked } from './windowAsked';

/**
 * Who has not reported in a window, in the order of the stairs; the counts are those of everybody who owes there.
 * Problems: notAllowed, input.invalid (cursor).
 */
export async function listUnreported(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { book, day, window, of } = await windowAsked(ctx, who, query);
  const after = decodeCursor(query.cursor, ['text', 'id']);
  const limit = limitOf(query);
  const seen = visibleIds(who, 'Slot', 'read');
  const missing = { $and: [seen, { ...of, ...unsettled }] };
  const [counts, left, docs] = await Promise.all([
    countSlots(ctx, { $and: [seen, of] }, ctx.clock.now()),
    countByStairs(ctx, missing),
    Slots(ctx)
      .find({ $and: [missing, after ? beyond(after as [string, string]) : {}] })
      .sort({ order: 1, _id: 1 })
      .limit(limit + 1)
      .lean(),
  ]);
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.order, String(doc._id)]);
  const owed = await presentOwed(ctx, who, book, rows);
  const items = owed.map((item, i) => ({
    ...item,
    leftInUnit: left.get(stairsOf(rows[i]?.order ?? '')) ?? 0,
  }));
  return { date: day, window, counts, items, next };
}

const beyond = ([order, id]: [string, string]) => ({
  $or: [{ order: { $gt: order } }, { order, _id: { $gt: new Types.ObjectId(id) } }],
});
