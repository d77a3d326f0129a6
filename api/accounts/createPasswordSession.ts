import type { createPasswordSession as contract } from '@shared/accounts/passwordContract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { staffByPassword } from './credential';
import { openSession } from './openSession';

/**
 * Signs in a member of staff. Unknown, wrong, outdated and no longer serving are one answer that takes the same time.
 * Problem: password.wrong.
 */
export async function createPasswordSession(
  ctx: Context,
  _who: null,
  { body, browser }: Input<typeof contract>,
) {
  const { accountId, serves, mustChange } = await staffByPassword(ctx, body.login, body.password);
  return openSession(ctx, accountId, browser, { preferred: serves._id, mustChange });
}
