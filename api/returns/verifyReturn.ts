import type { verifyReturn as contract } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { confirmReturn } from './confirmReturn';
import { presentReturns } from './present';
import { rejectReturn } from './rejectReturn';

/** The verifier’s decision. Problems: notFound, notAllowed, return.movedOn, input.invalid, key.reused. */
export async function verifyReturn(ctx: Context, who: Who, input: Input<typeof contract>) {
  const { params, body, once } = input;
  const docs =
    body.decision === 'confirm'
      ? await confirmReturn(ctx, who, params.id, body, once)
      : await rejectReturn(ctx, who, params.id, body, once);
  return { returns: await presentReturns(ctx, who, docs) };
}
