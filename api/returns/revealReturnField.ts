import type { revealReturnField as contract } from '@shared/returns/contract';
import { recordAccess } from '../audit';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { may } from './actors';
import { numberOf, openPerson } from './details';
import { findReturn } from './findReturn';

/** Opens one masked field; recorded before the text leaves. Problems: notFound, notAllowed, tooManyRequests, destroyed. */
export async function revealReturnField(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const doc = await findReturn(ctx, who, params.id);
  if (!may(who, 'reveal', doc)) throw problem('notAllowed');
  await ctx.limits.looking(who.accountId, 'reveal');
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key) throw problem('destroyed');
  const about = { entity: 'return', id: doc._id };
  await recordAccess(ctx, who, { residentId: doc.residentId, about, ...body });
  const { name, document, phone } = openPerson(doc, key);
  const values = { name, phone, document: numberOf(document) };
  return { value: values[body.field] };
}
