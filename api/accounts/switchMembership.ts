import type { switchMembership as contract } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { Sessions } from './model';
import { activeMemberships, answerSession } from './openSession';

/** A token for another membership of the same account; the device stays with it unless told otherwise. */
export async function switchMembership(ctx: Context, who: Who, { body, browser }: Input<typeof contract>) {
  const accountId = new Types.ObjectId(who.accountId);
  const memberships = await activeMemberships(ctx, accountId);
  const active = memberships.find(({ _id }) => String(_id) === body.membershipId);
  if (!active) throw problem('membership.unknown');
  const sessionId = new Types.ObjectId(who.sessionId);
  if (body.remember) {
    const kept = await Sessions(ctx).updateOne({ _id: sessionId }, { $set: { membershipId: active._id } });
    if (!kept.matchedCount) throw problem('session.ended');
  }
  return answerSession(ctx, { sessionId, accountId, memberships, active, browser });
}
