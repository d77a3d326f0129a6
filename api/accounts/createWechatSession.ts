import type { createWechatSession as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { WechatFailure } from '../platform/wechat';
import { accountByOpenid } from './accountByOpenid';
import { openSession } from './openSession';

/** Signs in with a code of wx.login. The openid is kept only as a blind index. */
export async function createWechatSession(
  ctx: Context,
  _who: null,
  { body, browser }: Input<typeof contract>,
) {
  const openid = await openidOf(ctx, body.code);
  await ctx.limits.strict('signIn', ctx.blind.lookups('global', 'wechat', openid)[0] ?? '');
  return openSession(ctx, await accountByOpenid(ctx, openid), browser);
}

async function openidOf(ctx: Context, code: string): Promise<string> {
  // Before WeChat is asked only the code is known: the same one is not passed on again and again.
  await ctx.limits.ordinary(code, 'code');
  try {
    return (await ctx.wechat.code2session(code)).openid;
  } catch (error) {
    if (!(error instanceof WechatFailure)) throw error;
    ctx.log.warn({ reason: error.reason }, 'wechat sign-in failed');
    const refused = error.reason === 'codeInvalid' || error.reason === 'codeUsed';
    throw problem(refused ? 'wechat.codeInvalid' : 'wechat.unavailable');
  }
}
