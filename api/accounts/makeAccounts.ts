import { surnameOf } from '@shared/mask';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { dataKeyId } from '../platform/sealing';
import { type AccountDoc, Accounts } from './model';
import { accountPlace } from './present';

/** Either may be empty: not known yet. */
export interface NewAccount {
  name: string;
  phone: string;
}

/** Makes accounts with sealed names, in bulk; no way to sign in yet. Answers them in the order given. */
export async function makeAccounts(
  ctx: Context,
  people: NewAccount[],
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  const ids = people.map(() => new Types.ObjectId());
  const keys = await ctx.seals.make(
    ids.map((id) => dataKeyId('account', id)),
    session,
  );
  const docs = people.map(({ name, phone }, i): AccountDoc => {
    const _id = ids[i] as Types.ObjectId;
    const key = keys.get(dataKeyId('account', _id));
    if (!key) throw new Error('account key was not made');
    return {
      _id,
      name: key.seal(name, accountPlace({ _id }, 'name')),
      phone: key.seal(phone, accountPlace({ _id }, 'phone')),
      surname: surnameOf(name),
      ...(phone && { phoneIndex: ctx.blind.hashesOf('global', 'phone', phone) }),
      madeAt: ctx.clock.now(),
    };
  });
  await insertAll(Accounts(ctx), docs, session);
  return ids;
}

/** The account of a telephone number, if one is known. */
export async function accountByPhone(ctx: Context, phone: string): Promise<AccountDoc | null> {
  return Accounts(ctx)
    .findOne({ 'phoneIndex.hash': { $in: ctx.blind.lookups('global', 'phone', phone) } })
    .lean();
}
