import { surnameOf } from '@shared/mask';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { refuseFaults } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { Credentials } from './credential';
import { accountByPhone, makeAccounts, type NewAccount } from './makeAccounts';
import { type AccountDoc, Accounts, Memberships } from './model';
import { accountPlace, openStaffNames } from './present';

/**
 * The account of a person by telephone, made when there is none. `canSignIn`: there is a way in already, or the account
 * is somebody’s at home or in another community too, whose people this office must not be able to become. A telephone under another name
 * is a fault of the field: it was mistyped, or the person is known by another name.
 */
export async function accountForStaff(
  ctx: Context,
  person: NewAccount,
  communityId: string,
  session: ClientSession,
): Promise<{ accountId: Types.ObjectId; canSignIn: boolean }> {
  const known = await accountByPhone(ctx, person.phone);
  if (!known) {
    const [accountId] = (await makeAccounts(ctx, [person], session)) as [Types.ObjectId];
    return { accountId, canSignIn: false };
  }
  const name = (await openStaffNames(ctx, [known._id])).get(String(known._id))?.name ?? '';
  if (name && plain(name) !== plain(person.name)) refuseFaults([{ path: 'phone', code: 'phone.otherName' }]);
  if (!name) await nameAccount(ctx, known, person.name, session);
  const [credential, elsewhere] = await Promise.all([
    Credentials(ctx).exists({ _id: known._id }),
    Memberships(ctx).exists({
      accountId: known._id,
      $or: [{ communityId: { $ne: new Types.ObjectId(communityId) } }, { role: 'resident' }],
    }),
  ]);
  return { accountId: known._id, canSignIn: Boolean(known.wechatIndex || credential || elsewhere) };
}

/** An account that came by a code on the telephone has no name yet. */
async function nameAccount(ctx: Context, account: AccountDoc, name: string, session: ClientSession) {
  const keyId = dataKeyId('account', account._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  const sealed = key?.seal(name, accountPlace(account, 'name'));
  await Accounts(ctx).updateOne(
    { _id: account._id },
    { $set: { surname: surnameOf(name), ...(sealed && { name: sealed }) } },
    { session },
  );
}

const plain = (name: string): string => name.replace(/[\s·.]/g, '').toLowerCase();
