import type { createDemoSession as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { accountByOpenid } from './accountByOpenid';
import { Memberships } from './model';
import { openSession } from './openSession';

/** Signs in as the numbered person of a role, in seed order. In production this operation does not exist. */
export async function createDemoSession(ctx: Context, _who: null, { body, browser }: Input<typeof contract>) {
  if (ctx.config.mode === 'production') throw problem('notFound');
  const { role, number = 1 } = body;
  // An openid of WeChat never looks like this.
  if (role === 'newcomer')
    return openSession(ctx, await accountByOpenid(ctx, `demo newcomer ${number}`), browser);
  const membership = await Memberships(ctx).findOne({ role, demoNumber: number }).lean();
  if (!membership) throw problem('account.unknown');
  return openSession(ctx, membership.accountId, browser, { preferred: membership._id });
}
