import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Cases } from './model';

/** A case from before the time under observation, such as of a fever that was declared, leads to it from now on. In the caller’s transaction. */
export async function linkToObservation(
  ctx: Context,
  { communityId, residentId }: { communityId: Types.ObjectId; residentId: Types.ObjectId },
  observationId: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  await Cases(ctx).updateMany(
    { communityId, residentId, kind: 'fever', open: true, observationId: { $exists: false } },
    { $set: { observationId }, $inc: { version: 1 } },
    { session },
  );
}
