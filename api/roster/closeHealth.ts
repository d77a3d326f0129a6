import type { closeHealth as contract, ResidentFile } from '@shared/roster/residents';
import type { Types } from 'mongoose';
import { Memberships } from '../accounts';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction } from '../platform/mongo';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { mayWith } from '../platform/visible';
import { findResident } from './findResident';
import { getResident, isMinor } from './getResident';
import { Residents } from './model';
import { openResident } from './openPeople';

/**
 * An adult keeps own temperatures and symptoms from the rest of the household, the contact among them, or shows them again.
 * Everybody else of the household gets new rights; staff see what they saw. Problems: notFound, notAllowed, resident.minor.
 */
export async function closeHealth(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<ResidentFile> {
  const doc = await findResident(ctx, who, params.id);
  if (!mayWith(who, 'update', 'Health', { ...doc, residentId: doc._id })) throw problem('notAllowed');
  const keyId = dataKeyId('roster', doc._id);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (body.closed && isMinor(openResident(doc, key), ctx.clock.now())) throw problem('resident.minor');
  await inTransaction(ctx, async (session) => {
    const { communityId, _id } = doc;
    // The household of this moment: the person may have moved since.
    const now = await Residents(ctx)
      .findOneAndUpdate(
        { communityId, _id },
        body.closed
          ? { $set: { healthClosed: true }, $inc: { version: 1 } }
          : { $unset: { healthClosed: 1 }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean();
    await Memberships(ctx).updateMany(
      { communityId, householdId: now?.householdId, residentId: { $ne: _id } },
      { $inc: { rightsVersion: 1 } },
      { session },
    );
  });
  return getResident(ctx, who, { params });
}

/** Who of a household keeps own health data closed, by id. */
export async function closedHealth(
  ctx: Context,
  communityId: Types.ObjectId,
  householdId: Types.ObjectId,
): Promise<string[]> {
  const closed = await Residents(ctx)
    .find({ communityId, householdId, healthClosed: true }, { _id: 1 })
    .lean();
  return closed.map(({ _id }) => String(_id));
}
