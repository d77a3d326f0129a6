import type { Act } from '@shared/abilities';
import { maskName } from '@shared/mask';
import { collectedKinds, type SlotKindName, slotKindNames, slotKindOf } from '@shared/schedules/kinds';
import { reached } from '@shared/schedules/visits';
import { windowNames } from '@shared/schedules/windows';
import { dayOf } from '@shared/time';
import type { DoorKind } from '@shared/worklist/run';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { abilitiesOf, visibleIds } from '../../platform/visible';
import { Residents } from '../../roster';
import { type SlotDoc, Slots, withoutPhone } from '../../schedules';
import { gridsOf } from '../owedSlots';
import type { AtDoor, DoorSource, Doors } from './doorSource';

interface Owed {
  kinds: readonly SlotKindName[];
  act: Act & ('report' | 'visit' | 'collect');
  more: Record<string, unknown>;
}

/** What is owed at doors in a window that is on; a range of the index of doors for each window. */
async function owedNow(
  ctx: Context,
  who: Who,
  { book, order }: Doors,
  { kinds, act, more }: Owed,
): Promise<SlotDoc[]> {
  if (!who.membership || !abilitiesOf(who).rulesFor(act, 'Slot').length) return [];
  const now = ctx.clock.now();
  const of = {
    communityId: new Types.ObjectId(who.membership.communityId),
    gridPath: { $in: gridsOf(who, book).map((id) => new Types.ObjectId(id)) },
    kind: { $in: [...kinds] },
    day: dayOf(now),
    window: { $in: [...windowNames] },
    order,
    ...{ settledAt: null, excused: null, opensAt: { $lte: now }, closesAt: { $gt: now } },
    ...more,
  };
  return Slots(ctx)
    .find({ $and: [visibleIds(who, 'Slot', act), of] })
    .lean();
}

async function atDoors(ctx: Context, docs: SlotDoc[], kind: DoorKind, actions: string[]): Promise<AtDoor[]> {
  const people = await Residents(ctx)
    .find({ _id: { $in: docs.flatMap(({ residentId }) => residentId ?? []) } }, { surname: 1 })
    .lean();
  const surnames = new Map(people.map(({ _id, surname }) => [String(_id), surname]));
  return docs.map(({ _id, version, householdId, door, residentId, dueAt, window }) => ({
    ...{ householdId, door, isApart: kind === 'trash' },
    due: {
      ...{ kind, id: String(_id), version, dueAt: dueAt.toISOString() },
      residentId: residentId ? String(residentId) : null,
      name: residentId ? maskName(surnames.get(String(residentId)) ?? '') : null,
      title: { code: `${kind}.${window}`, params: {} },
      ...{ inRun: false, actions, nextTryAt: null },
    },
  }));
}

const measured = slotKindNames.filter((name) => slotKindOf(name).settledBy === 'reading');
const visited = slotKindNames.filter((name) => slotKindOf(name).settledBy === 'visit');

/** Temperatures of people who cannot report themselves: somebody measures at the door. */
export const dueReadings: DoorSource = async (ctx, who, doors) => {
  const owed = await owedNow(ctx, who, doors, { kinds: measured, act: 'report', more: {} });
  const unable = await withoutPhone(ctx, who, doors.book, owed);
  return atDoors(
    ctx,
    unable.map(({ doc }) => doc),
    'reading',
    ['report'],
  );
};

/** Follow-ups of the day. */
export const dueVisits: DoorSource = async (ctx, who, doors) => {
  const more = { 'visits.result': { $nin: reached } };
  return atDoors(ctx, await owedNow(ctx, who, doors, { kinds: visited, act: 'visit', more }), 'visit', [
    'visit',
  ]);
};

/** Standing trash. What comes from behind an observed door counts as infectious: apart from everything else, and last. */
export const dueTrash: DoorSource = async (ctx, who, doors) =>
  atDoors(ctx, await owedNow(ctx, who, doors, { kinds: collectedKinds, act: 'collect', more: {} }), 'trash', [
    'collect',
    'skip',
  ]);
