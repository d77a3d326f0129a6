import { inCare } from '@shared/care';
import { datePhases, periodFrom } from '@shared/observation/days';
import { observedKinds, planPhases } from '@shared/observation/plan';
import type { Policy } from '@shared/observation/policies';
import { type ClientSession, Types } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import type { DataKey } from '../platform/sealing';
import { linkToObservation } from '../requests';
import { type GridPlace, orderOf } from '../roster';
import { openSlots } from '../schedules';
import { type ObservationDoc, Observations } from './model';
import { planDoor } from './planDoor';
import { releaseClock } from './releaseClock';

/** What opens an observation: a confirmed return. */
export interface Opening extends GridPlace {
  communityId: Types.ObjectId;
  residentId: Types.ObjectId;
  returnId: Types.ObjectId;
  partyId: Types.ObjectId;
  householdId: Types.ObjectId;
  dwellingId?: Types.ObjectId | undefined;
  door: string;
  name: string;
  surname: string;
  startEvent: ObservationDoc['startEvent'];
  openedBy: ObservationDoc['openedBy'];
  audience: string[];
}

export const observationPlace = (id: Types.ObjectId): string => `observations/${String(id)}/name`;

/**
 * Opens the observation of a confirmed return with all its slots, in the caller's transaction: all or nothing.
 * A unique index keeps one observation a return.
 */
export async function openObservation(
  ctx: Context,
  opening: Opening,
  policy: Policy,
  episode: DataKey,
  session: ClientSession,
): Promise<ObservationDoc> {
  const now = ctx.clock.now();
  const { name, dwellingId, gridId, gridPath, patchId, ...facts } = opening;
  const _id = new Types.ObjectId();
  const period = periodFrom(opening.startEvent.at, policy);
  const phases = datePhases(period.firstDay, policy);
  const community = await communityOf(ctx, opening.communityId);
  const planned = planPhases(phases, now, community.windows);
  const place = { gridId, gridPath, ...(patchId && { patchId }) };
  const doc: ObservationDoc = {
    _id,
    ...facts,
    ...place,
    ...(dwellingId && { dwellingId }),
    name: episode.seal(name, observationPlace(_id)),
    basis: 'return',
    policy: { id: policy.id, version: policy.version },
    ...period,
    phases,
    slotCount: planned.temperature.length,
    state: 'open',
    openedAt: now,
    tests: [],
    ...releaseClock({ endsAt: period.endsAt, openedAt: now }),
    rungs: [],
    history: [],
    drill: false,
    healthUntil: inCare,
    version: 1,
  };
  await insertAll(Observations(ctx), [doc], session);
  const { communityId, residentId, householdId, partyId, door, audience } = facts;
  const order = await orderOf(ctx, dwellingId, session);
  const owner = { communityId, residentId, householdId, partyId, door, order, audience, ...place };
  for (const kind of observedKinds)
    await openSlots(
      ctx,
      { ...owner, observationId: _id, episodeId: facts.returnId },
      kind,
      planned[kind],
      session,
    );
  await planDoor(ctx, facts, session);
  await linkToObservation(ctx, { communityId, residentId }, _id, session);
  return doc;
}
