import { planDoor as planned } from '@shared/observation/plan';
import { planTo } from '@shared/observation/replan';
import { dayOf } from '@shared/time';
import type { ClientSession, Types } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context } from '../context';
import { orderOf } from '../roster';
import { openSlots, replanSlots, Slots } from '../schedules';
import { type ObservationDoc, Observations } from './model';

interface Door {
  communityId: Types.ObjectId;
  householdId: Types.ObjectId;
}

/**
 * Plans the standing trash of a household anew from all that is observed behind its door now: one slot a day, whoever and however many
 * (domain, section 5). Called when an observation begins, ends, pauses or gets other dates, and when it moves to another household. In
 * the caller's transaction.
 */
export async function planDoor(ctx: Context, door: Door, session: ClientSession): Promise<void> {
  const { communityId, householdId } = door;
  const now = ctx.clock.now();
  // Also what is over of today: there is one a day, and hours may have been made longer since.
  const ofDoor = { communityId, householdId, kind: 'trash' as const, day: { $gte: dayOf(now) } };
  // The last two that end at the same moment both write here: the second begins anew and sees the first.
  await Slots(ctx).findOneAndUpdate(ofDoor, { $set: { plannedAt: now } }, { session, sort: { opensAt: 1 } });
  const open = await Observations(ctx)
    .find({ communityId, householdId, state: 'open' })
    .sort({ _id: 1 })
    .session(session)
    .lean();
  const docs = await Slots(ctx).find(ofDoor).session(session).lean();
  const known = docs.map(({ _id, day, window, opensAt, closesAt, settledAt, excused }) => ({
    ...{ id: String(_id), kind: 'trash' as const, day, window, opensAt, closesAt },
    isSettled: settledAt !== null,
    excused: excused?.reason ?? null,
    isExcusedByPerson: Boolean(excused?.accountId),
  }));
  const { windows } = await communityOf(ctx, communityId);
  const phases = open.map((one) => one.phases);
  const owed = planned(phases, now, windows).map((slot) => ({ kind: 'trash' as const, slot }));
  const plan = planTo(owed, known, now);
  const [first] = open;
  if (!first) return replanSlots(ctx, { communityId, ...plan, place: null }, session);
  const { audience } = first;
  await replanSlots(ctx, { communityId, ...plan, place: { ...placeIn(first), audience } }, session);
  const slots = plan.open.map(({ slot }) => slot);
  if (slots.length) await openSlots(ctx, await ownerOf(ctx, first, now, session), 'trash', slots, session);
}

const placeIn = ({ gridId, gridPath, patchId }: ObservationDoc) => ({
  ...{ gridId, gridPath },
  ...(patchId && { patchId }),
});

/** The door itself, and nobody behind it. It says nothing of how somebody is: the health station has no part in it. */
async function ownerOf(ctx: Context, doc: ObservationDoc, now: Date, session: ClientSession) {
  const { communityId, householdId, partyId, door, audience, dwellingId } = doc;
  const order = await orderOf(ctx, dwellingId, session);
  return { communityId, householdId, partyId, door, order, audience, ...placeIn(doc), healthUntil: now };
}
