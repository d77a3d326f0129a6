import type { requestSignInCode as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import { refuseWithoutPort } from '../notices';
import type { Input } from '../platform/endpoint';
import { signInCode } from './createCodeSession';
import { issueCode } from './phoneCodes';

/** A code for whoever holds this telephone. No account is looked for: known and unknown are alike. */
export async function requestSignInCode(ctx: Context, _who: null, { body }: Input<typeof contract>) {
  refuseWithoutPort(ctx);
  return issueCode(ctx, { ...signInCode(ctx, body.phone), phone: body.phone, template: 'signInCode' });
}
