import type { Types } from 'mongoose';
import { recordAccess } from '../audit';
import type { Context, Who } from '../context';
import { peopleToCall } from './peopleToCall';

interface About {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  /** Absent of what is about a household. */
  residentId?: Types.ObjectId | undefined;
  householdId: Types.ObjectId;
  /** Of what one account alone sees at home: nobody else is called, and the line in the log is for that account. */
  privateTo?: Types.ObjectId | undefined;
}

/**
 * The telephone by which somebody is reached about a slot, an observation or a request, opened and recorded before it leaves: for whom it is about, or for whoever
 * of the household is called instead. Null where nobody has one. Problem: tooManyRequests.
 */
export async function revealPhone(
  ctx: Context,
  who: Who,
  doc: About,
  { entity, field, reason }: { entity: 'slot' | 'observation' | 'request'; field: string; reason: string },
): Promise<string | null> {
  await ctx.limits.looking(who.accountId, 'reveal');
  const { phone, phoneOf } = (await peopleToCall(ctx, [doc])).get(doc);
  const { privateTo } = doc;
  if (privateTo && !phoneOf?.equals(doc.residentId)) return null;
  const residentId = phoneOf ?? doc.residentId;
  const about = { entity, id: doc._id };
  // Without anybody whose it is there is nothing to read.
  if (residentId)
    await recordAccess(ctx, who, { residentId, about, field, reason, ...(privateTo && { privateTo }) });
  return phone;
}
