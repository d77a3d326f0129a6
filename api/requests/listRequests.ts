import type {
  listRequests as contract,
  getRequest as getContract,
  RequestView,
} from '@shared/requests/contract';
import type { Context, Who } from '../context';
import { gridBook, poolsIn } from '../grids';
import type { Input } from '../platform/endpoint';
import { newestFirst } from '../platform/newestFirst';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { heldBy } from './errandActors';
import { findRequest } from './findRequest';
import { Requests } from './model';
import { presentRequests } from './present';

/** Requests of the own household or grids, what waits in the pools of the own estates, or what one holds; the newest first. */
export async function listRequests(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, gridId, kind, life, open } = query;
  const { rows, next } = await newestFirst(
    Requests(ctx),
    {
      $and: [
        await among(ctx, who, query),
        {
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(gridId && { gridPath: gridId }),
          ...(kind && { kind }),
          ...(open && { open: true }),
          // Both are named, so that an index serves it.
          life: life ?? { $in: ['case', 'errand'] },
        },
      ],
    },
    query,
  );
  return { items: await presentRequests(ctx, who, rows), next };
}

async function among(ctx: Context, who: Who, { pool, held }: Input<typeof contract>['query']) {
  if (pool) return waitingInPools(ctx, who);
  return held ? heldBy(who) : visible(who, 'Request', 'act');
}

/** What nobody has accepted in the estates of a member of staff; of the office in all of them. Problem: notAllowed. */
async function waitingInPools(ctx: Context, { membership }: Who): Promise<Record<string, unknown>> {
  const { communityId, role, pools } = membership ?? { pools: [] };
  if (!communityId || (role !== 'office' && !pools.length)) throw problem('notAllowed');
  const book = await gridBook(ctx, communityId);
  const all = () =>
    poolsIn(
      book,
      book.docs.map(({ _id }) => _id),
    );
  return {
    ...{ communityId, life: 'errand', open: true, 'holder.accountId': null },
    poolGridId: { $in: role === 'office' ? all() : pools },
  };
}

/** One request. Problem: notFound. */
export async function getRequest(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  const [view] = await presentRequests(ctx, who, [await findRequest(ctx, who, params.id)], {
    withTold: true,
  });
  return view as RequestView;
}
