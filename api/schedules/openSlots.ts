import { inCare } from '@shared/care';
import { rungAt } from '@shared/ladder';
import { type SlotKindName, slotKindOf } from '@shared/schedules/kinds';
import type { PlannedSlot } from '@shared/schedules/windows';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertPlain } from '../platform/mongo';
import type { GridPlace } from '../roster';
import { type SlotDoc, Slots } from './model';

/** Whom the slots are owed by, and who hears of them. */
export interface SlotOwner extends GridPlace {
  communityId: Types.ObjectId;
  observationId?: Types.ObjectId;
  episodeId?: Types.ObjectId;
  requestId?: Types.ObjectId;
  /** Absent of what a door owes as a whole. */
  residentId?: Types.ObjectId;
  householdId: Types.ObjectId;
  partyId?: Types.ObjectId | undefined;
  door: string;
  order: string;
  audience: string[];
  /** Until when the health station sees them, if it is not as long as it sees whom they are about. */
  healthUntil?: Date;
}

/** Writes planned slots of a kind in the caller's transaction. */
export async function openSlots(
  ctx: Context,
  owner: SlotOwner,
  kind: SlotKindName,
  planned: PlannedSlot[],
  session: ClientSession,
): Promise<SlotDoc[]> {
  const madeAt = ctx.clock.now();
  const docs = planned.map((slot): SlotDoc => {
    const nextStepAt = rungAt(slotKindOf(kind).ladder(slot), slot.dueAt, 0);
    return {
      _id: new Types.ObjectId(),
      healthUntil: inCare,
      ...owner,
      kind,
      ...slot,
      settledAt: null,
      excused: null,
      readings: [],
      visits: [],
      madeAt,
      step: 0,
      ...(nextStepAt && { nextStepAt }),
      rungs: [],
      version: 1,
    };
  });
  await insertPlain(Slots(ctx), docs, session);
  return docs;
}
