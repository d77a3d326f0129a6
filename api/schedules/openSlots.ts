import type { PlannedSlot } from '@shared/schedules/windows';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import type { GridPlace } from '../roster';
import { type SlotDoc, Slots } from './model';

/** Whom the slots are owed by, and who hears of them. */
export interface SlotOwner extends GridPlace {
  communityId: Types.ObjectId;
  observationId: Types.ObjectId;
  residentId: Types.ObjectId;
  householdId: Types.ObjectId;
  partyId: Types.ObjectId;
  audience: string[];
}

/** Writes planned slots in the caller's transaction. */
export async function openSlots(
  ctx: Context,
  owner: SlotOwner,
  planned: PlannedSlot[],
  session: ClientSession,
): Promise<void> {
  const docs = planned.map(
    (slot): SlotDoc => ({
      _id: new Types.ObjectId(),
      ...owner,
      kind: 'temperature',
      ...slot,
      settledAt: null,
      excused: null,
      readings: [],
      version: 1,
    }),
  );
  await insertAll(Slots(ctx), docs, session);
}
