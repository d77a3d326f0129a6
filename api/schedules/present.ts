import type { Act } from '@shared/abilities';
import type { CallLine, SlotView } from '@shared/schedules/contract';
import { type SettledBy, slotKindOf } from '@shared/schedules/kinds';
import { slotStateAt } from '@shared/schedules/slotState';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { mayWith, seesHealth } from '../platform/visible';
import { type EmbeddedReading, isOfPerson, type SlotDoc } from './model';

/** Slots for the caller; what an adult closed to the household stays closed, that something was reported is visible. */
export async function presentSlots(ctx: Context, who: Who, docs: SlotDoc[]): Promise<SlotView[]> {
  const workers = docs.flatMap(({ visits, collections = [] }) =>
    [...visits, ...collections].map(({ accountId }) => accountId),
  );
  const names = workers.length ? await openStaffNames(ctx, workers) : new Map<string, { name: string }>();
  const now = ctx.clock.now();
  return docs.map((doc) => {
    const isSeen = !isOfPerson(doc) || seesHealth(who, doc);
    return {
      ...factsOf(doc, now),
      // Some reasons say how somebody is; which ones they are is no less telling.
      excused: doc.excused && {
        reason: isSeen ? doc.excused.reason : 'other',
        at: doc.excused.at.toISOString(),
      },
      readings: isSeen ? doc.readings.map(presentReading) : [],
      visits: isSeen
        ? doc.visits.map(({ _id, at, means, result, needs, accountId }) => ({
            ...{ id: String(_id), at: at.toISOString(), means, result, needs },
            by: names.get(String(accountId))?.name ?? '',
          }))
        : [],
      collections: (doc.collections ?? []).map(({ _id, at, bags, infectiousBags, accountId }) => ({
        ...{ id: String(_id), at: at.toISOString(), bags, infectiousBags },
        by: names.get(String(accountId))?.name ?? '',
      })),
      actions: slotActions(who, doc, now),
      mayReport: mayReport(who, doc),
    };
  });
}

const factsOf = (doc: SlotDoc, now: Date) => ({
  id: String(doc._id),
  kind: doc.kind,
  residentId: doc.residentId ? String(doc.residentId) : '',
  door: doc.door,
  observationId: doc.observationId ? String(doc.observationId) : null,
  order: doc.order,
  day: doc.day,
  window: doc.window,
  opensAt: doc.opensAt.toISOString(),
  dueAt: doc.dueAt.toISOString(),
  closesAt: doc.closesAt.toISOString(),
  state: stateOf(doc, now),
  arrivedAfterClose: Boolean(doc.settledReceivedAt && doc.settledReceivedAt > doc.closesAt),
  version: doc.version,
});

export const stateOf = (doc: SlotDoc, now: Date) =>
  slotStateAt({ ...doc, excused: doc.excused !== null }, now);

/** Who called about it, the latest last. */
export const presentCalls = (
  { calls = [] }: Pick<SlotDoc, 'calls'>,
  names: Map<string, { name: string }>,
): CallLine[] =>
  calls.map(({ at, result, accountId }) => ({
    ...{ at: at.toISOString(), result },
    by: names.get(String(accountId))?.name ?? '',
  }));

export const presentReading = ({
  _id,
  celsius,
  method,
  takenAt,
  receivedAt,
  symptoms,
  medicine,
  filledBy,
  old,
  correctionOf,
  reason,
}: EmbeddedReading) => ({
  id: String(_id),
  ...{ celsius, method, symptoms, medicine, filledBy, old, reason },
  takenAt: takenAt.toISOString(),
  receivedAt: receivedAt.toISOString(),
  correctionOf: correctionOf ? String(correctionOf) : null,
});

/** What whoever settles a slot does, and may. */
const settling = { reading: 'report', visit: 'visit', collection: 'collect' } as const satisfies Record<
  SettledBy,
  Act
>;

const mayReport = (who: Who, doc: SlotDoc): boolean =>
  slotKindOf(doc.kind).settledBy === 'reading' && mayWith(who, 'report', 'Slot', doc);

/** What the caller may do with a slot now. One that has not opened cannot be filled. */
export function slotActions(who: Who, doc: SlotDoc, now: Date): SlotView['actions'] {
  const isBegun = doc.opensAt <= now;
  const act = settling[slotKindOf(doc.kind).settledBy];
  // What is taken from a door is not owed by a person who could be excused.
  const without = act === 'collect' ? ('skip' as const) : ('excuse' as const);
  const isOwed = !doc.settledAt && !doc.excused;
  return [
    ...(isBegun && mayWith(who, act, 'Slot', doc) ? [act] : []),
    ...(isOwed && mayWith(who, without, 'Slot', doc) ? [without] : []),
  ];
}
