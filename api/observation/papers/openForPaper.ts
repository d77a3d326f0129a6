import type { RevealReason } from '@shared/audit/contract';
import { maskName } from '@shared/mask';
import { recordAccess } from '../../audit';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { mayWith, seesHealth } from '../../platform/visible';
import { findObservation } from '../actOnObservation';
import type { ObservationDoc } from '../model';
import { observationPlace } from '../openObservation';

/**
 * An observation that somebody prints, and the name on the paper: in full for the own household, and for staff who say why; that is
 * written into the person’s access log before it leaves. Otherwise masked. Problems: notFound, notAllowed, destroyed, tooManyRequests.
 */
export async function openForPaper(
  ctx: Context,
  who: Who,
  id: string,
  reason: RevealReason | undefined,
): Promise<{ doc: ObservationDoc; name: string }> {
  const doc = await findObservation(ctx, who, id);
  if (!seesHealth(who, doc)) throw problem('notAllowed');
  const isOwn = who.membership?.role === 'resident';
  if (!isOwn && !reason) return { doc, name: maskName(doc.surname) };
  const keyId = dataKeyId('episode', doc.returnId);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key) throw problem('destroyed');
  if (!isOwn && reason) {
    if (!mayWith(who, 'reveal', 'Observation', doc)) throw problem('notAllowed');
    await ctx.limits.looking(who.accountId, 'reveal');
    const about = { entity: 'observation', id: doc._id };
    await recordAccess(ctx, who, { residentId: doc.residentId, about, field: 'record', reason });
  }
  return { doc, name: key.open(doc.name, observationPlace(doc._id)) };
}
