import type { createWechatSession as contract } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { isDuplicate } from '../platform/mongo';
import { problem } from '../platform/problem';
import { WechatFailure } from '../platform/wechat';
import { Accounts } from './model';
import { openSession } from './openSession';

/** Signs in with a code of wx.login. The openid is kept only as a blind index. */
export async function createWechatSession(
  ctx: Context,
  _who: null,
  { body, browser }: Input<typeof contract>,
) {
  const openid = await openidOf(ctx, body.code);
  await ctx.limits.strict('signIn', ctx.blind.lookups('global', 'wechat', openid)[0] ?? '');
  return openSession(ctx, await accountOf(ctx, openid), browser);
}

async function openidOf(ctx: Context, code: string): Promise<string> {
  try {
    return (await ctx.wechat.code2session(code)).openid;
  } catch (error) {
    if (!(error instanceof WechatFailure)) throw error;
    ctx.log.warn({ reason: error.reason }, 'wechat sign-in failed');
    const refused = error.reason === 'codeInvalid' || error.reason === 'codeUsed';
    throw problem(refused ? 'wechat.codeInvalid' : 'wechat.unavailable');
  }
}

/** Two first sign-ins at once make one account: the unique index refuses the second, which then finds the first. */
async function accountOf(ctx: Context, openid: string): Promise<Types.ObjectId> {
  const find = () =>
    Accounts(ctx)
      .findOne({ 'wechatIndex.hash': { $in: ctx.blind.lookups('global', 'wechat', openid) } }, { _id: 1 })
      .lean();
  const known = await find();
  if (known) return known._id;
  const _id = new Types.ObjectId();
  try {
    const wechatIndex = ctx.blind.hashesOf('global', 'wechat', openid);
    await Accounts(ctx).create({ _id, surname: '', wechatIndex, madeAt: ctx.clock.now() });
    return _id;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return ((await find()) as { _id: Types.ObjectId })._id;
  }
}
