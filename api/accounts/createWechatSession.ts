import type { createWechatSession as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { openidOf } from '../platform/openidOf';
import { accountByOpenid } from './accountByOpenid';
import { openSession } from './openSession';

/** Signs in with a code of wx.login. Of the openid the account keeps a blind index only. */
export async function createWechatSession(
  ctx: Context,
  _who: null,
  { body, browser }: Input<typeof contract>,
) {
  const openid = await openidOf(ctx, body.code);
  await ctx.limits.strict('signIn', ctx.blind.lookups('global', 'wechat', openid)[0] ?? '');
  return openSession(ctx, await accountByOpenid(ctx, openid), browser);
}
