import { maskName, maskPhone } from '@shared/mask';
import type { OwedItem } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import { addMinutes } from '@shared/time';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { type LoadedBook, presentResponsible } from '../grids';
import type { SlotDoc } from './model';
import { peopleToCall } from './peopleToCall';
import { presentCalls, slotActions, stateOf } from './present';

/** What some people owe, with the way to them, for whoever calls or goes there. */
export async function presentOwed(
  ctx: Context,
  who: Who,
  book: LoadedBook,
  docs: SlotDoc[],
): Promise<OwedItem[]> {
  const callers = docs.flatMap(({ calls = [] }) => calls.map(({ accountId }) => accountId));
  const [people, names] = await Promise.all([peopleToCall(ctx, docs), openStaffNames(ctx, callers)]);
  const now = ctx.clock.now();
  return docs.map((doc) => {
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
      lastCall: presentCalls(doc, names).at(-1) ?? null,
      actions: slotActions(who, doc, now).filter((action) => action === 'report' || action === 'excuse'),
    };
  });
}
