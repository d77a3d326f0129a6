import type { ClientSession } from 'mongoose';
import { Memberships } from '../../../accounts';
import type { Context } from '../../../context';
import { problem } from '../../../platform/problem';
import { endMandatesOf } from '../../mandates/endMandatesOf';
import { living, type ResidentDoc, Residents } from '../../model';
import { leaveContact } from '../../relocate';
import type { Kind } from './kind';
import { residentSubject } from './subjects';

/**
 * Somebody does not live here any more. The file stays, out of the lists; the account is no longer of this household,
 * and what the person let others do for it, or might do for it, is over.
 */
export const movedOut: Kind<'movedOut'> = {
  subject: residentSubject,
  async apply(ctx, _said, { communityId, residentId, by, session }) {
    if (await ctx.hooks.hasOpenWork(communityId, [residentId], session)) throw problem('resident.openWork');
    const leftAt = ctx.clock.now();
    const before = await Residents(ctx)
      .findOneAndUpdate(
        { communityId, _id: residentId, ...living },
        { $set: { leftAt }, $inc: { version: 1 } },
        { session },
      )
      .lean();
    if (!before) throw problem('roster.movedOn');
    await Memberships(ctx).updateMany(
      { communityId, residentId, role: 'resident', until: { $exists: false } },
      { $set: { until: leftAt }, $inc: { rightsVersion: 1 } },
      { session },
    );
    await leaveContact(ctx, communityId, [residentId], session);
    const leaving = { communityId, householdId: before.householdId, residentIds: [residentId] };
    await endMandatesOf(ctx, leaving, by, session);
    return { before: { householdId: String(before.householdId) } };
  },
};

/** The accounts that ended when somebody left: the same person is back. */
export async function restoreAccounts(
  ctx: Context,
  { communityId, _id: residentId, leftAt }: ResidentDoc,
  session: ClientSession,
): Promise<void> {
  await Memberships(ctx).updateMany(
    { communityId, residentId, until: leftAt },
    { $unset: { until: 1 }, $inc: { rightsVersion: 1 } },
    { session },
  );
}
