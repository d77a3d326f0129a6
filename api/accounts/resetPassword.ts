import type { resetPassword as contract } from '@shared/accounts/passwordContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { problem } from '../platform/problem';
import { newOneTime, setOneTime } from './credential';
import { endSessions } from './endSessions';
import { openStaffNames } from './present';
import { isKeptElsewhere, refuseEnded, refuseOfficeUnlessHead, staffMember } from './staffMember';

/**
 * A new one-time password, shown this once; a repeat makes another one. Whoever is signed in as this person is signed
 * out. Problems: notFound, notAllowed, membership.ended, staff.keptElsewhere, staff.noPhone, staff.loginTaken.
 */
export async function resetPassword(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  const member = await staffMember(ctx, who, params.id);
  refuseOfficeUnlessHead(who, member.role);
  refuseEnded(member, ctx.clock.now());
  const { accountId, communityId } = member;
  if (await isKeptElsewhere(ctx, accountId, communityId)) throw problem('staff.keptElsewhere');
  return giveOneTime(ctx, accountId, new Types.ObjectId(who.accountId));
}

/** The same for the operator of the deployment, when the last head of an office has forgotten theirs. */
export async function giveOneTime(ctx: Context, accountId: Types.ObjectId, madeBy?: Types.ObjectId) {
  const login = (await openStaffNames(ctx, [accountId])).get(String(accountId))?.phone;
  if (!login) throw problem('staff.noPhone');
  const oneTime = await newOneTime();
  try {
    await inTransaction(ctx, async (session) => {
      await setOneTime(ctx, { accountId, login, madeBy }, oneTime, session);
      await endSessions(ctx, accountId, session);
    });
  } catch (error) {
    throw isDuplicate(error) ? problem('staff.loginTaken') : error;
  }
  return { oneTimePassword: oneTime.text, expiresAt: oneTime.until.toISOString() };
}
