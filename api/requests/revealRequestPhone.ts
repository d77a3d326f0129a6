import type { revealRequestPhone as contract } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { revealPhone } from '../schedules';
import { whoseHome } from './atHome';
import { findRequest } from './findRequest';
import { isErrand } from './model';

/** The telephone to call about a request; recorded before it leaves. Problems: notFound, notAllowed, tooManyRequests. */
export async function revealRequestPhone(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const doc = await findRequest(ctx, who, params.id);
  if (!mayWith(who, 'reveal', 'Request', doc)) throw problem('notAllowed');
  const { householdId } = doc;
  // Of a place, and of what nobody signed, there is nobody to call.
  if (!householdId) return { value: null };
  const access = { entity: 'request', ...body } as const;
  if (isErrand(doc) || !doc.privateTo)
    return { value: await revealPhone(ctx, who, { ...doc, householdId }, access) };
  // What one person confided is spoken about with nobody else of the household, and nobody else reads that it was.
  const residentId = (await whoseHome(ctx, doc))?.residentId ?? doc.residentId;
  if (!residentId) return { value: null };
  const { privateTo } = doc;
  return { value: await revealPhone(ctx, who, { ...doc, householdId, residentId, privateTo }, access) };
}
