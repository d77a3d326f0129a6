import type { updateReturn as contract } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { actorsOf, declaredElsewhere, rowFor } from './actors';
import { correctReturn } from './correctReturn';
import { findReturn } from './findReturn';
import { rankParty } from './party';
import { presentReturns } from './present';

/** Corrects a declaration that is not verified yet. Problems: notFound, notAllowed, return.movedOn, input.invalid. */
export async function updateReturn(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const { seenVersion, ...corrections } = body;
  const changed = await inTransaction(ctx, async (session) => {
    const doc = await findReturn(ctx, who, params.id, session);
    await rowFor(ctx, actorsOf(who, doc), doc, 'update', seenVersion);
    const corrected = await correctReturn(ctx, who, doc, corrections, '', session);
    await rankParty(ctx, doc.communityId, doc.partyId, session);
    return corrected;
  }).catch(refuseTakenDocument('document.number'));
  const [view] = await presentReturns(ctx, who, [changed]);
  return view as NonNullable<typeof view>;
}

/** The corrected document belongs to another open return. */
export const refuseTakenDocument =
  (path: string) =>
  (error: unknown): never => {
    throw isDuplicate(error) ? declaredElsewhere(path) : error;
  };
