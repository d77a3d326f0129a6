import type { ReplyOf } from '@shared/contract';
import { maskName, maskPhone } from '@shared/mask';
import type { listFriendlyCalls as contract } from '@shared/temperatures/contract';
import { standingReading } from '@shared/temperatures/standing';
import { addDays, dayOf } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, topGrid } from '../grids';
import type { Input } from '../platform/endpoint';
import { visible } from '../platform/visible';
import { peopleToCall, type SlotDoc, Slots } from '../schedules';

const running = 6;
/** Six readings of one a day, and two days that were missed. */
const daysBack = 8;
const mostShown = 50;
const seenFields = {
  residentId: 1,
  householdId: 1,
  communityId: 1,
  door: 1,
  order: 1,
  readings: 1,
  settledAt: 1,
  settledReceivedAt: 1,
  opensAt: 1,
} as const;
type Seen = Pick<SlotDoc, '_id' | keyof typeof seenFields>;

/** Who reported the same value six times running, by their slots: worth a friendly call (domain, section 4). */
export async function listFriendlyCalls(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const today = dayOf(ctx.clock.now());
  const days = Array.from({ length: daysBack }, (_, i) => addDays(today, -i));
  const { communityId = '', grids = [] } = who.membership ?? {};
  const book = await gridBook(ctx, communityId);
  const below = query.gridId ? [query.gridId] : grids.length ? grids : [String(topGrid(book.docs)._id)];
  const slots = await Slots(ctx)
    .find(
      {
        $and: [
          visible(who, 'Slot'),
          {
            communityId,
            gridPath: { $in: below.map((id) => new Types.ObjectId(id)) },
            kind: 'temperature',
            day: { $in: days },
            settledAt: { $ne: null },
          },
        ],
      } as never,
      seenFields,
    )
    .sort({ opensAt: 1 })
    .lean<Seen[]>();
  const steady = [...byPerson(slots).values()]
    .map((of) => of.slice(-running))
    .filter(isSteady)
    .map(([first]) => first as Seen)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, mostShown);
  const people = await peopleToCall(ctx, steady);
  const items = steady.map((first) => {
    const { surname, phone } = people.get(first);
    return {
      slotId: String(first._id),
      residentId: String(first.residentId),
      householdId: String(first.householdId),
      door: first.door,
      name: maskName(surname),
      phone: phone && maskPhone(phone),
      celsius: standingValue(first) as number,
      since: first.opensAt.toISOString(),
    };
  });
  return { items };
}

function byPerson(slots: Seen[]): Map<string, Seen[]> {
  const people = new Map<string, Seen[]>();
  for (const slot of slots) {
    const id = String(slot.residentId);
    people.set(id, [...(people.get(id) ?? []), slot]);
  }
  return people;
}

const standingValue = (slot: Seen): number | undefined => standingReading(slot)?.celsius;

const isSteady = (last: Seen[]): boolean =>
  last.length === running && new Set(last.map(standingValue)).size === 1;
