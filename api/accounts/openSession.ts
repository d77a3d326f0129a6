import { randomBytes } from 'node:crypto';
import type { SessionView } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import type { Browser } from '../platform/endpoint';
import { type MembershipDoc, Memberships, Sessions } from './model';
import { presentAccount } from './present';
import { accessSeconds, firstRefresh, hashRefresh, isActive, refreshDays, signAccess } from './tokens';

/** Opens a session for an account that has proven who it is. */
export async function openSession(
  ctx: Context,
  accountId: Types.ObjectId,
  browser: Browser,
  { preferred, mustChange = false }: { preferred?: Types.ObjectId; mustChange?: boolean } = {},
): Promise<SessionView> {
  const memberships = await activeMemberships(ctx, accountId);
  const active = memberships.find(({ _id }) => preferred?.equals(_id)) ?? memberships[0];
  // Not the next in a row: whoever could guess an id could end that session with any token that names it.
  const _id = new Types.ObjectId(randomBytes(12));
  const refreshToken = firstRefresh(String(_id));
  const now = machineNow();
  await Sessions(ctx).create({
    _id,
    accountId,
    ...(active && { membershipId: active._id }),
    ...(mustChange && { mustChange }),
    tokenHash: hashRefresh(refreshToken),
    rotatedAt: now,
    expiresAt: new Date(now.getTime() + refreshDays * 86_400_000),
  });
  return answerSession(ctx, {
    sessionId: _id,
    accountId,
    memberships,
    active,
    refreshToken,
    mustChange,
    browser,
  });
}

/** What an account is now: in its own name first, then for whom it acts. */
export async function activeMemberships(ctx: Context, accountId: Types.ObjectId): Promise<MembershipDoc[]> {
  const all = await Memberships(ctx).find({ accountId }).sort({ _id: 1 }).lean();
  const active = all.filter((membership) => isActive(membership, ctx.clock.now()));
  return [...active.filter(({ mandate }) => !mandate), ...active.filter(({ mandate }) => mandate)];
}

interface Answer {
  sessionId: Types.ObjectId;
  accountId: Types.ObjectId;
  memberships: MembershipDoc[];
  active: MembershipDoc | undefined;
  refreshToken?: string;
  mustChange?: boolean | undefined;
  browser: Browser;
}

/** Signs the access token and puts the refresh token where the client keeps it. */
export async function answerSession(ctx: Context, answer: Answer): Promise<SessionView> {
  const { active, browser, refreshToken, mustChange } = answer;
  const account = await presentAccount(ctx, answer.accountId, answer.memberships, active);
  if (browser.isBrowser && refreshToken) browser.setRefreshCookie(refreshToken);
  return {
    accessToken: signAccess(ctx.config.keys.token, {
      sub: String(answer.accountId),
      sid: String(answer.sessionId),
      ...(mustChange && { c: true }),
      m: active ? { id: String(active._id), v: active.rightsVersion } : null,
    }),
    ...(!browser.isBrowser && refreshToken && { refreshToken }),
    expiresIn: accessSeconds,
    account: { ...account, ...(mustChange && { mustChangePassword: true }) },
  };
}
