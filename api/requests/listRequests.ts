import type {
  listRequests as contract,
  getRequest as getContract,
  RequestView,
} from '@shared/requests/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { newestFirst } from '../platform/newestFirst';
import { visible } from '../platform/visible';
import { findRequest } from './findRequest';
import { Requests } from './model';
import { presentRequests } from './present';

/** Requests in view, the newest first. */
export async function listRequests(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, gridId, kind, open } = query;
  const { rows, next } = await newestFirst(
    Requests(ctx),
    {
      $and: [
        visible(who, 'Request'),
        {
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(gridId && { gridPath: gridId }),
          ...(kind && { kind }),
          ...(open && { open: true }),
        },
      ],
    },
    query,
  );
  return { items: await presentRequests(ctx, who, rows), next };
}

/** One request. Problem: notFound. */
export async function getRequest(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  const [view] = await presentRequests(ctx, who, [await findRequest(ctx, who, params.id)], {
    withTold: true,
  });
  return view as RequestView;
}
