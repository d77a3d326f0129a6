import type { actOnRequest as contract, RequestView } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import type { Input, Reply } from '../platform/endpoint';
import { presentRequests } from './present';
import { stepRequest } from './stepRequest';

/** One step of a request, and how it stands after it; or where it is kept for the leader. Problems: those of `stepRequest`. */
export async function actOnRequest(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { seenVersion, input } = body;
  const at = body.at ? new Date(body.at) : undefined;
  const stepped = await stepRequest(ctx, who, params.id, {
    action: params.action,
    seenVersion,
    input,
    once,
    at,
  });
  if ('reconciliationId' in stepped) return stepped;
  const [view] = await presentRequests(ctx, who, [stepped.doc], { withTold: true });
  return view as RequestView;
}
