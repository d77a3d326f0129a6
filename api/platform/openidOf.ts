import type { Context } from '../context';
import { problem } from './problem';
import { WechatFailure } from './wechat';

/** Who stands behind a code of wx.login. Problems: wechat.codeInvalid, wechat.unavailable, tooManyRequests. */
export async function openidOf(ctx: Context, code: string): Promise<string> {
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
