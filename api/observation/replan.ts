import { type ObservedKind, observedKinds } from '@shared/observation/plan';
import {
  type Dates,
  endOf,
  type KnownSlot,
  type Plan,
  planAgain,
  temperaturesAfter,
} from '@shared/observation/replan';
import type { ClientSession } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context } from '../context';
import { orderOf } from '../roster';
import { openSlots, replanSlots, Slots } from '../schedules';
import type { ObservationDoc } from './model';
import { releaseClock } from './releaseClock';

export interface Planned {
  dates: Dates;
  plan: Plan;
  /** What the observation itself changes to. */
  set: Partial<ObservationDoc>;
}

/** What planning an observation anew from this moment would change; writes nothing. */
export async function planObservation(
  ctx: Context,
  doc: ObservationDoc,
  dates: Dates,
  session?: ClientSession,
): Promise<Planned> {
  const { windows } = await communityOf(ctx, doc.communityId);
  const known = await knownSlots(ctx, doc, session);
  const now = ctx.clock.now();
  const plan = planAgain(known, dates.phases, now, windows);
  const endsAt = endOf(dates);
  return {
    dates,
    plan,
    set: {
      lastDay: dates.lastDay,
      endsAt,
      phases: [...dates.phases],
      slotCount: temperaturesAfter(known, plan),
      plannedAt: now,
      ...releaseClock({ endsAt, openedAt: doc.openedAt, plannedAt: now }),
    },
  };
}

/** Writes a plan, in the caller’s transaction: nothing is deleted, the past is left alone (domain, section 3.11). */
export async function writePlan(
  ctx: Context,
  doc: ObservationDoc,
  { plan }: Planned,
  session: ClientSession,
): Promise<void> {
  const { communityId, residentId, householdId, partyId, door, audience, gridId, gridPath, patchId } = doc;
  const place = { gridId, gridPath, ...(patchId && { patchId }), audience };
  await replanSlots(ctx, { communityId, ...plan, place }, session);
  const order = await orderOf(ctx, doc.dwellingId, session);
  const owner = {
    ...{ communityId, residentId, householdId, partyId, door, order, ...place },
    observationId: doc._id,
    episodeId: doc.returnId,
  };
  for (const kind of observedKinds) {
    const planned = plan.open.filter((one) => one.kind === kind).map(({ slot }) => slot);
    await openSlots(ctx, owner, kind, planned, session);
  }
}

async function knownSlots(
  ctx: Context,
  { communityId, _id }: ObservationDoc,
  session?: ClientSession,
): Promise<KnownSlot[]> {
  const docs = await Slots(ctx)
    .find({ communityId, observationId: _id, kind: { $in: observedKinds } })
    .session(session ?? null)
    .lean();
  return docs.map(({ _id: id, kind, day, window, opensAt, closesAt, settledAt, excused }) => ({
    ...{ id: String(id), kind: kind as ObservedKind, day, window, opensAt, closesAt },
    isSettled: settledAt !== null,
    excused: excused?.reason ?? null,
    isExcusedByPerson: Boolean(excused?.accountId),
  }));
}
