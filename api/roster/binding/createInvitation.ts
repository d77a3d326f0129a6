import { type createInvitation as contract, invitationMinutes } from '@shared/roster/binding';
import { Types } from 'mongoose';
import { makeSecret } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { asksOf } from './answerInvitation';
import { findInvitee } from './findInvitee';

/**
 * A code for one named resident, to be shown to their phone now. The same request again shows a new one in place of the first:
 * a code is kept as a hash only. Problems: notFound, invitation.nothingToAsk.
 */
export async function createInvitation(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  const resident = await findInvitee(ctx, who, params.id);
  const asks = asksOf(resident);
  const { code, expiresAt } = await makeSecret(ctx, {
    purpose: 'residentInvitation',
    subject: String(resident._id),
    communityId: resident.communityId,
    madeBy: new Types.ObjectId(who.accountId),
    minutes: invitationMinutes,
  });
  return { code, asks, expiresAt: expiresAt.toISOString() };
}
