import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import type { MembershipCache } from './membershipCache';
import { Sessions } from './model';
import { readAccess } from './tokens';

/**
 * Who a token speaks for. A change of rights makes it stale within the time of the change stream: the client
 * refreshes and goes on. Problems: session.missing, session.expired, session.stale.
 */
export async function authenticate(ctx: Context, cache: MembershipCache, token: string): Promise<Who> {
  const claims = readAccess(ctx.config.keys.token, token);
  const who = {
    accountId: claims.sub,
    sessionId: claims.sid,
    at: ctx.clock.now(),
    expiresAt: new Date(claims.exp * 1000),
    mustChangePassword: claims.c === true,
  };
  if (!claims.m) {
    // No membership whose rights could go stale: its session is looked up instead. Newcomers are few.
    if (!(await Sessions(ctx).exists({ _id: claims.sid }))) throw problem('session.stale');
    return { ...who, membership: null };
  }
  const found = await cache.get(ctx, claims.m.id, claims.m.v);
  if (!found || found.rightsVersion !== claims.m.v) throw problem('session.stale');
  return { ...who, membership: found.membership };
}
