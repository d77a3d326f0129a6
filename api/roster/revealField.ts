import type { revealField as contract } from '@shared/roster/residents';
import { recordAccess } from '../audit';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { mayWith } from '../platform/visible';
import { findResident } from './findResident';
import { openResident } from './openPeople';

/** Opens one masked field of a person; recorded before the text leaves. Problems: notFound, notAllowed, destroyed, tooManyRequests. */
export async function revealField(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const doc = await findResident(ctx, who, params.id);
  if (!mayWith(who, 'reveal', 'Resident', doc)) throw problem('notAllowed');
  await ctx.limits.looking(who.accountId, 'reveal');
  const keyId = dataKeyId('roster', doc._id);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key) throw problem('destroyed');
  const about = { entity: 'resident', id: doc._id };
  await recordAccess(ctx, who, { residentId: doc._id, about, ...body });
  const { name, document, phone, note } = openResident(doc, key);
  const number = document && document.kind !== 'none' ? document.number : null;
  return { value: { name, document: number, phone, note }[body.field] ?? null };
}
