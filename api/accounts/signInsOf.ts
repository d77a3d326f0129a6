import type { StaffView } from '@shared/accounts/staffContract';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import { Credentials } from './credential';
import { Accounts } from './model';

/** By which ways each account can sign in; the office sees who was never given one. */
export async function signInsOf(
  ctx: Context,
  accountIds: Types.ObjectId[],
): Promise<Map<string, StaffView['signIn']>> {
  const [credentials, accounts] = await Promise.all([
    Credentials(ctx)
      .find({ _id: { $in: accountIds } }, { oneTimeUntil: 1 })
      .lean(),
    Accounts(ctx)
      .find({ _id: { $in: accountIds } }, { wechatIndex: 1 })
      .lean(),
  ]);
  const passwords = new Map(
    credentials.map(({ _id, oneTimeUntil }) => [String(_id), oneTimeUntil ? 'oneTime' : 'own'] as const),
  );
  const wechats = new Set(accounts.filter(({ wechatIndex }) => wechatIndex).map(({ _id }) => String(_id)));
  return new Map(
    accountIds
      .map(String)
      .map((id) => [id, { password: passwords.get(id) ?? ('none' as const), wechat: wechats.has(id) }]),
  );
}
