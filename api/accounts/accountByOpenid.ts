import { Types } from 'mongoose';
import type { Context } from '../context';
import { isDuplicate } from '../platform/mongo';
import { Accounts } from './model';

/** Two first sign-ins at once make one account: the unique index refuses the second, which then finds the first. */
export async function accountByOpenid(ctx: Context, openid: string): Promise<Types.ObjectId> {
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
