import { lateFrom, orderedOn, type SameDayState } from '@shared/requests/sameDay';
import { dayOf, momentOf } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, topGrid } from '../grids';
import { problem } from '../platform/problem';
import { visibleIds } from '../platform/visible';

interface Asked {
  date?: string | undefined;
  gridId?: string | undefined;
}

const notThere = ['assigned', 'accepted', 'purchased', 'onTheWay'];

/** What began in time on a day at the doors of the caller, and the part of it in each state; figures and lists ask the same. Problem: notAllowed. */
export async function sameDayAsked(ctx: Context, who: Who, { date, gridId }: Asked) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId, grids } = who.membership;
  const book = await gridBook(ctx, communityId);
  const now = ctx.clock.now();
  const day = date ?? dayOf(now);
  const { from, until } = orderedOn(day);
  const below = gridId ? [gridId] : grids.length ? grids : [String(topGrid(book.docs)?._id)];
  const placed = {
    $and: [
      visibleIds(who, 'Request', 'act'),
      {
        communityId: new Types.ObjectId(communityId),
        life: 'errand',
        gridPath: { $in: below.map((id) => new Types.ObjectId(id)) },
        startsAt: { $gte: from, $lt: until },
      },
    ],
  };
  const within = (state: SameDayState) => ({ $and: [placed, partOf(state, day, now)] });
  return { book, day, placed: { $and: [placed, { state: { $in: everyState } }] }, within };
}

const everyState = [...notThere, 'delivered', 'closed', 'cancelled'];

/** The states are named in each, so that they are ranges of the index. */
function partOf(state: SameDayState, day: string, now: Date): Record<string, unknown> {
  const midnight = momentOf(day, '24:00');
  const open = { state: { $in: notThere }, nextTryAt: { $not: { $gte: midnight } } };
  switch (state) {
    case 'delivered':
      return { state: { $in: ['delivered', 'closed'] }, deliveredAt: { $lt: midnight } };
    case 'afterwards':
      return { state: { $in: ['delivered', 'closed'] }, deliveredAt: { $gte: midnight } };
    case 'explained':
      return {
        state: { $in: ['cancelled', 'accepted', 'purchased'] },
        $or: [{ state: 'cancelled' }, { nextTryAt: { $gte: midnight } }],
      };
    case 'open':
      return open;
    case 'late':
      return now < lateFrom(day)
        ? { state: { $in: [] } }
        : { ...open, $or: [{ 'holder.accountId': null }, { dueAt: { $lte: now } }] };
  }
}
