import { careUntil } from '@shared/care';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { excuseOfRequest } from '../schedules';
import { joinReadings } from './joinReadings';
import { type CaseDoc, Cases, type HistoryEntry } from './model';

/**
 * Two open cases turn out to be of one person: the readings of the double join the other, which goes on, and the double is closed as
 * what it is. In the caller’s transaction.
 */
export async function mergeRequests(
  ctx: Context,
  { double, into }: { double: CaseDoc; into: CaseDoc },
  session: ClientSession,
): Promise<void> {
  const { communityId, _id, state } = double;
  const now = ctx.clock.now();
  await joinReadings(ctx, into, double.readings, session);
  const merged: HistoryEntry = { at: now, action: 'merge', from: state, to: 'closed', by: null };
  await Cases(ctx).updateOne(
    { communityId, _id },
    {
      $set: { state: 'closed', open: false, closedAt: now, healthUntil: careUntil(now) },
      $unset: { nextStepAt: 1 },
      $push: { history: merged },
      $inc: { version: 1 },
    },
    { session },
  );
  await excuseOfRequest(ctx, communityId, _id, now, session);
}
