import { maskName, maskPhone } from '@shared/mask';
import { windowsOf } from '@shared/observation/plan';
import type { listUnreported as contract, UnreportedItem } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import { lastWindow } from '@shared/schedules/lastWindow';
import { addMinutes } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, presentResponsible, topGrid } from '../grids';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { problem } from '../platform/problem';
import { visibleIds } from '../platform/visible';
import { countSlots } from './countSlots';
import { type SlotDoc, Slots, unsettled } from './model';
import { peopleToCall, type ToCall } from './peopleToCall';
import { slotActions, stateOf } from './present';

/**
 * Who has not reported in a window, in the order of the stairs; the counts are those of everybody who owes there.
 * Problems: notAllowed, input.invalid (cursor).
 */
export async function listUnreported(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId, grids } = who.membership;
  const book = await gridBook(ctx, communityId);
  const now = ctx.clock.now();
  const last = lastWindow(windowsOf('temperature', book.community.windows), now);
  const day = query.date ?? last.day;
  const window = query.window ?? (last.window.name as 'morning' | 'evening');
  const below = query.gridId ? [query.gridId] : grids.length ? grids : [String(topGrid(book.docs)?._id)];
  const of = {
    communityId: new Types.ObjectId(communityId),
    gridPath: { $in: below.map((id) => new Types.ObjectId(id)) },
    kind: 'temperature' as const,
    day,
    window,
  };
  const after = decodeCursor(query.cursor, ['text', 'id']);
  const limit = limitOf(query);
  const seen = visibleIds(who, 'Slot', 'read');
  const [counts, docs] = await Promise.all([
    countSlots(ctx, { $and: [seen, of] }, now),
    Slots(ctx)
      .find({ $and: [seen, { ...of, ...unsettled }, after ? beyond(after as [string, string]) : {}] })
      .sort({ order: 1, _id: 1 })
      .limit(limit + 1)
      .lean(),
  ]);
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.order, String(doc._id)]);
  const people = await peopleToCall(ctx, rows);
  const items = rows.map((doc) => present(who, doc, { people, book, now }));
  return { date: day, window, counts, items, next };
}

const beyond = ([order, id]: [string, string]) => ({
  $or: [{ order: { $gt: order } }, { order, _id: { $gt: new Types.ObjectId(id) } }],
});

interface Read {
  people: ToCall;
  book: LoadedBook;
  now: Date;
}

function present(who: Who, doc: SlotDoc, { people, book, now }: Read): UnreportedItem {
  const person = people.get(doc);
  const call = slotKindOf(doc.kind)
    .ladder(doc)
    .find(({ name }) => name === 'call');
  return {
    slotId: String(doc._id),
    version: doc.version,
    residentId: String(doc.residentId),
    householdId: String(doc.householdId),
    observationId: doc.observationId ? String(doc.observationId) : null,
    door: doc.door,
    place: person.place,
    name: maskName(person.surname),
    phone: person.phone && maskPhone(person.phone),
    canUsePhone: person.canUsePhone,
    goes: presentResponsible(book, { ...doc, responsibleFrom: 'worker' }, now).name,
    state: stateOf(doc, now),
    opensAt: doc.opensAt.toISOString(),
    dueAt: doc.dueAt.toISOString(),
    closesAt: doc.closesAt.toISOString(),
    isToCall: Boolean(call && addMinutes(doc.dueAt, call.afterMinutes) <= now),
    actions: slotActions(who, doc, now).filter((action) => action !== 'visit'),
  };
}
