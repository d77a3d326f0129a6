import type { Types } from 'mongoose';
import type { Context } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { accountByPhone, makeAccounts } from './makeAccounts';

/** The account of a telephone, made when there is none. Two at once make one: the unique index refuses the second. */
export async function accountForPhone(ctx: Context, phone: string): Promise<Types.ObjectId> {
  const known = await accountByPhone(ctx, phone);
  if (known) return known._id;
  try {
    const [made] = await inTransaction(ctx, (session) => makeAccounts(ctx, [{ name: '', phone }], session));
    return made as Types.ObjectId;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return ((await accountByPhone(ctx, phone)) as { _id: Types.ObjectId })._id;
  }
}
