import type { actOnRequest as contract, RequestView } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { presentRequests } from './present';
import { stepRequest } from './stepRequest';

/** One step of a request, and how it stands after it. Problems: those of `stepRequest`. */
export async function actOnRequest(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const { action } = params;
  const { seenVersion, input } = body;
  const doc = await stepRequest(ctx, who, params.id, { action, seenVersion, input, once });
  const [view] = await presentRequests(ctx, who, [doc], { withTold: true });
  return view as RequestView;
}
