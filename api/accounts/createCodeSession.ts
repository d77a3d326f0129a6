import type { createCodeSession as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { accountForPhone } from './accountForPhone';
import { openSession } from './openSession';
import { consumeCode } from './phoneCodes';

/** Signs in whoever can read the code on this telephone. Problem: code.wrong. */
export async function createCodeSession(ctx: Context, _who: null, { body, browser }: Input<typeof contract>) {
  const { phone, code } = body;
  await consumeCode(ctx, { ...signInCode(ctx, phone), code });
  return openSession(ctx, await accountForPhone(ctx, phone), browser);
}

/** One code is alive for a telephone; it proves that telephone. */
export const signInCode = (ctx: Context, phone: string) => ({
  _id: `signIn:${ctx.blind.hashesOf('global', 'phone', phone)[0]?.hash}`,
  proves: phone,
});
