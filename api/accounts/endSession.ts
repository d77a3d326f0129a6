import type { endSession as contract } from '@shared/accounts/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { Sessions } from './model';

/** Signs out this device; its refresh token is worth nothing any more. */
export async function endSession(
  ctx: Context,
  who: Who,
  { browser }: Input<typeof contract>,
): Promise<undefined> {
  await Sessions(ctx).deleteOne({ _id: who.sessionId });
  browser.setRefreshCookie(null);
}
