import type { ClientSession } from 'mongoose';
import type { Context, EndedObservation } from '../context';
import { Returns } from './model';
import { stepReturn } from './stepReturn';

/** The observation of a verified return is over: so is the return (domain, section 3.4). In the caller’s transaction. */
export async function endWithObservation(
  ctx: Context,
  { communityId, returnId, by }: EndedObservation,
  session: ClientSession,
): Promise<void> {
  const doc = await Returns(ctx)
    .findOne({ communityId, _id: returnId, state: 'verified' })
    .session(session)
    .lean();
  if (doc) await stepReturn(ctx, doc, { action: 'end', actors: ['system'], by }, {}, session);
}
