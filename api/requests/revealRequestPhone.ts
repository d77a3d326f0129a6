import type { revealRequestPhone as contract } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { revealPhone } from '../schedules';
import { findRequest } from './findRequest';

/** The telephone to call about a request; recorded before it leaves. Problems: notFound, notAllowed, tooManyRequests. */
export async function revealRequestPhone(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const doc = await findRequest(ctx, who, params.id);
  if (!mayWith(who, 'reveal', 'Request', doc)) throw problem('notAllowed');
  const { householdId } = doc;
  // Of a place, and of what nobody signed, there is nobody to call.
  if (!householdId) return { value: null };
  return { value: await revealPhone(ctx, who, { ...doc, householdId }, { entity: 'request', ...body }) };
}
