import { passwordFault } from '@shared/accounts/password';
import type { changePassword as contract } from '@shared/accounts/passwordContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction } from '../platform/mongo';
import { problem, refuseFaults } from '../platform/problem';
import { type CredentialDoc, Credentials, hashPassword, isPassword } from './credential';
import { endSessions } from './endSessions';
import { Sessions } from './model';
import { activeMemberships, answerSession } from './openSession';
import { openStaffNames } from './present';

/**
 * A password of one’s own. Every other device of the account is signed out; this one goes on with a new token.
 * Problems: password.none; wrong current or unfit next as faults of their fields.
 */
export async function changePassword(ctx: Context, who: Who, { body, browser }: Input<typeof contract>) {
  const accountId = new Types.ObjectId(who.accountId);
  await ctx.limits.strict('password', who.accountId);
  const credential = await Credentials(ctx).findById(accountId).lean();
  if (!credential) throw problem('password.none');
  const { current, next } = body;
  if (!(await isRepeat(credential, next))) {
    await refuseUnfit(ctx, credential, { current, next });
    const passwordHash = await hashPassword(next);
    await inTransaction(ctx, async (session) => {
      const changed = await Credentials(ctx).updateOne(
        { _id: accountId, passwordHash: credential.passwordHash },
        {
          $set: { passwordHash, changedAt: ctx.clock.now() },
          $unset: { oneTimeUntil: 1, madeBy: 1, made: 1 },
        },
        { session },
      );
      // Reset or changed from elsewhere while this was typed: what was current is not any more.
      if (!changed.modifiedCount) refuseFaults([{ path: 'current', code: 'password.wrong' }]);
      await endSessions(ctx, accountId, session, who.sessionId);
    });
  }
  return goOn(ctx, who, accountId, browser);
}

/** The reply was lost: the password is the new one already, and whoever sends it knows it. */
const isRepeat = async (credential: CredentialDoc, next: string): Promise<boolean> =>
  !credential.oneTimeUntil && (await isPassword(credential, next));

async function refuseUnfit(
  ctx: Context,
  credential: CredentialDoc,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const person = (await openStaffNames(ctx, [credential._id])).get(String(credential._id));
  const fault = passwordFault(next, { login: person?.phone ?? '', name: person?.name ?? '' });
  const isKnown = await isPassword(credential, current);
  refuseFaults([
    ...(isKnown ? [] : [{ path: 'current', code: 'password.wrong' as const }]),
    ...(fault ? [{ path: 'next', ...fault }] : []),
    ...(credential.oneTimeUntil && isKnown && (await isPassword(credential, next))
      ? [{ path: 'next', code: 'password.same' as const }]
      : []),
  ]);
}

async function goOn(
  ctx: Context,
  who: Who,
  accountId: Types.ObjectId,
  browser: Input<typeof contract>['browser'],
) {
  const sessionId = new Types.ObjectId(who.sessionId);
  const kept = await Sessions(ctx)
    .findOneAndUpdate({ _id: sessionId }, { $unset: { mustChange: 1 } }, { returnDocument: 'after' })
    .lean();
  if (!kept) throw problem('session.ended');
  const memberships = await activeMemberships(ctx, accountId);
  const active = memberships.find(({ _id }) => kept.membershipId?.equals(_id)) ?? memberships[0];
  return answerSession(ctx, { sessionId, accountId, memberships, active, browser });
}
