import type { ClientSession, Types } from 'mongoose';
import type { Context, OnePerson } from '../context';
import { type SlotDoc, Slots } from './model';

/** Excuses what an observation still owes from a moment on, with the reason; what is over stays as it is. */
export async function excuseRemaining(
  ctx: Context,
  communityId: Types.ObjectId,
  observationId: Types.ObjectId,
  excused: NonNullable<SlotDoc['excused']>,
  session: ClientSession,
): Promise<void> {
  await excuseOwed(ctx, { communityId, observationId }, excused, session);
}

/** Nothing is owed by, or for, somebody who has died: neither what an observation asks for nor what a case does. */
export async function excuseForDeath(
  ctx: Context,
  { communityId, residentId }: OnePerson,
  at: Date,
  session: ClientSession,
): Promise<void> {
  await excuseOwed(ctx, { communityId, residentId }, { reason: 'died', at }, session);
}

/** What a case asked for is not owed any more when it is closed. */
export async function excuseOfRequest(
  ctx: Context,
  communityId: Types.ObjectId,
  requestId: Types.ObjectId,
  at: Date,
  session: ClientSession,
): Promise<void> {
  await excuseOwed(ctx, { communityId, requestId }, { reason: 'replanned', at }, session);
}

async function excuseOwed(
  ctx: Context,
  of: Pick<SlotDoc, 'communityId'> & Partial<Pick<SlotDoc, 'observationId' | 'requestId' | 'residentId'>>,
  excused: NonNullable<SlotDoc['excused']>,
  session: ClientSession,
): Promise<void> {
  await Slots(ctx).updateMany(
    { ...of, closesAt: { $gt: excused.at }, settledAt: null, excused: null },
    { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
    { session },
  );
}
