import type { RevealReason } from '@shared/audit/contract';
import { maskName } from '@shared/mask';
import type { Types } from 'mongoose';
import { recordAccess } from '../../audit';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { type DataKey, dataKeyId } from '../../platform/sealing';
import { mayWith, seesHealth } from '../../platform/visible';
import { findObservation } from '../actOnObservation';
import type { ObservationDoc } from '../model';
import { observationPlace } from '../openObservation';

/** An observation that somebody prints, and the name on the paper. Problems: those of `nameOnPaper`, notFound. */
export async function openForPaper(
  ctx: Context,
  who: Who,
  id: string,
  reason: RevealReason | undefined,
): Promise<{ doc: ObservationDoc; name: string }> {
  const doc = await findObservation(ctx, who, id);
  if (!seesHealth(who, doc)) throw problem('notAllowed');
  const { residentId, surname, returnId } = doc;
  const name = await nameOnPaper(ctx, who, reason, {
    ...{ residentId, surname },
    about: { entity: 'observation', id: doc._id },
    keyId: dataKeyId('episode', returnId),
    open: (key) => key.open(doc.name, observationPlace(doc._id)),
    mayReveal: async () => mayWith(who, 'reveal', 'Observation', doc),
  });
  return { doc, name };
}

interface Printed {
  residentId: Types.ObjectId;
  surname: string;
  about: { entity: string; id: Types.ObjectId };
  keyId: ReturnType<typeof dataKeyId>;
  open(key: DataKey): string;
  mayReveal(): Promise<boolean>;
}

/**
 * The name of whoever a paper is about: in full for the own household, and for staff who say why; that is written into the person’s
 * access log before it leaves. Otherwise masked. Problems: notAllowed, destroyed, tooManyRequests.
 */
export async function nameOnPaper(
  ctx: Context,
  who: Who,
  reason: RevealReason | undefined,
  { residentId, surname, about, keyId, open, mayReveal }: Printed,
): Promise<string> {
  const isOwn = who.membership?.role === 'resident';
  if (!isOwn && !reason) return maskName(surname);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key) throw problem('destroyed');
  if (!isOwn && reason) {
    if (!(await mayReveal())) throw problem('notAllowed');
    await ctx.limits.looking(who.accountId, 'reveal');
    await recordAccess(ctx, who, { residentId, about, field: 'record', reason });
  }
  return open(key);
}
