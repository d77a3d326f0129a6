import { maskPhone } from '@shared/mask';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { dataKeyId } from '../platform/sealing';
import { accountByPhone } from './makeAccounts';
import { Accounts } from './model';
import { accountPlace } from './present';

/**
 * A telephone was proven by a code: from now on it signs in as this account, unless it is somebody’s already or the account
 * has one. What fails here only means one more way in is missing.
 */
export async function adoptPhone(ctx: Context, _id: Types.ObjectId, phone: string): Promise<void> {
  if (await accountByPhone(ctx, phone)) return;
  const keyId = dataKeyId('account', _id);
  try {
    await inTransaction(ctx, async (session) => {
      const key = (await ctx.seals.load([keyId], session)).get(keyId);
      const made = key ?? (await ctx.seals.make([keyId], session)).get(keyId);
      await Accounts(ctx).updateOne(
        { _id, phoneIndex: { $exists: false } },
        {
          $set: {
            phone: made?.seal(phone, accountPlace({ _id }, 'phone')),
            phoneIndex: ctx.blind.hashesOf('global', 'phone', phone),
          },
        },
        { session },
      );
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Masked telephones of accounts, by id. */
export async function openPhones(ctx: Context, ids: Types.ObjectId[]): Promise<Map<string, string>> {
  const accounts = await Accounts(ctx)
    .find({ _id: { $in: ids } }, { phone: 1 })
    .lean();
  const keys = await ctx.seals.load(accounts.map(({ _id }) => dataKeyId('account', _id)));
  return new Map(
    accounts.map((account) => {
      const phone =
        account.phone &&
        keys.get(dataKeyId('account', account._id))?.open(account.phone, accountPlace(account, 'phone'));
      return [String(account._id), phone ? maskPhone(phone) : ''];
    }),
  );
}
