import type { withdrawReturn as contract } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { forgetProvisional } from '../roster';
import { actOnParty } from './actOnParty';
import { presentReturns } from './present';

/** Takes back a declaration that is not verified yet. Problems: notFound, notAllowed, return.movedOn, key.reused. */
export async function withdrawReturn(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const act = { id: params.id, action: 'withdraw' as const, once, ...body };
  const docs = await actOnParty(ctx, who, act, async (doc, step, session) => {
    const withdrawn = await step(doc, {});
    await forgetProvisional(ctx, doc.communityId, doc.residentId, session);
    return withdrawn;
  });
  return { returns: await presentReturns(ctx, who, docs) };
}
