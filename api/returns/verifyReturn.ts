import type { verifyReturn as contract } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import type { Once } from '../platform/idempotency';
import { confirmReturn } from './confirmReturn';
import { offerReturn } from './handover/offerReturn';
import type { ReturnDoc } from './model';
import { presentReturns } from './present';
import { rejectReturn } from './rejectReturn';

/** The verifier’s decision. Problems: notFound, notAllowed, return.movedOn, input.invalid, key.reused. */
export async function verifyReturn(ctx: Context, who: Who, input: Input<typeof contract>) {
  const { params, body, once } = input;
  const docs = await decide(ctx, who, params.id, body, once);
  return { returns: await presentReturns(ctx, who, docs) };
}

function decide(
  ctx: Context,
  who: Who,
  id: string,
  body: Input<typeof contract>['body'],
  once: Once,
): Promise<ReturnDoc[]> {
  if (body.decision === 'confirm') return confirmReturn(ctx, who, id, body, once);
  if (body.decision === 'reject') return rejectReturn(ctx, who, id, body, once);
  return offerReturn(ctx, who, id, body, once);
}
