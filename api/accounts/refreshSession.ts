import type { refreshSession as contract } from '@shared/accounts/contract';
import { isValidObjectId, Types } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { type SessionDoc, Sessions } from './model';
import { activeMemberships, answerSession } from './openSession';
import { hashRefresh, nextRefresh, refreshDays } from './tokens';

/** A reply that was lost is asked for again within this time and gets the same successor. */
const repeatWithinMs = 30_000;

/**
 * Rotates a refresh token. Used once; repeated within 30 s it gets the same successor; repeated later somebody else
 * has it, and the whole family ends. The newest membership joins in: a declaration may just have made it.
 */
export async function refreshSession(ctx: Context, _who: null, { body, browser }: Input<typeof contract>) {
  const token = body.refreshToken ?? browser.refreshCookie ?? '';
  const session = await rotate(ctx, token);
  if (!session) {
    browser.setRefreshCookie(null);
    throw problem('session.ended');
  }
  const memberships = await activeMemberships(ctx, session.accountId);
  const active = memberships.find(({ _id }) => session.membershipId?.equals(_id)) ?? memberships[0];
  return answerSession(ctx, {
    sessionId: session._id,
    accountId: session.accountId,
    memberships,
    active,
    refreshToken: nextRefresh(ctx.config.keys.token, token),
    mustChange: session.mustChange,
    browser,
  });
}

async function rotate(ctx: Context, token: string): Promise<SessionDoc | null> {
  const sessionId = token.split('.')[0] ?? '';
  if (!isValidObjectId(sessionId)) return null;
  await ctx.limits.ordinary(sessionId, 'refresh');
  const _id = new Types.ObjectId(sessionId);
  const hash = hashRefresh(token);
  const now = machineNow();
  const rotated = await Sessions(ctx)
    .findOneAndUpdate(
      { _id, tokenHash: hash, expiresAt: { $gt: now } },
      {
        $set: {
          tokenHash: hashRefresh(nextRefresh(ctx.config.keys.token, token)),
          previousHash: hash,
          rotatedAt: now,
          expiresAt: new Date(now.getTime() + refreshDays * 86_400_000),
        },
      },
      { returnDocument: 'after' },
    )
    .lean();
  if (rotated) return rotated;
  const session = await Sessions(ctx).findById(_id).lean();
  if (!session) return null;
  if (session.previousHash === hash && now.getTime() - session.rotatedAt.getTime() <= repeatWithinMs)
    return session;
  await Sessions(ctx).deleteOne({ _id });
  ctx.log.warn({ sessionId }, 'refresh token used again; session ended');
  return null;
}
