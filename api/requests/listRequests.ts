import { carryingRoles } from '@shared/accounts/contract';
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

/** What nobody has accepted: of the office in all estates, of everybody else what they may accept. Problem: notAllowed. */
async function waitingInPools(ctx: Context, { membership }: Who): Promise<Record<string, unknown>> {
  const mayCarry = membership && (membership.role === 'office' || carryingRoles.includes(membership.role));
  if (!mayCarry) throw problem('notAllowed');
  const { communityId, role, pools, offers } = membership;
  const waits = { communityId, life: 'errand', open: true, 'holder.accountId': null };
  if (role === 'office') {
    const book = await gridBook(ctx, communityId);
    const everywhere = book.docs.map(({ _id }) => _id);
    return { ...waits, poolGridId: { $in: poolsIn(book, everywhere) } };
  }
  const offered = offers.map((offer) => ({
    ...{ kind: { $in: offer.kinds }, poolGridId: { $in: offer.pools } },
    // What was bought a volunteer does not take over by themselves.
    ...(offer.as === 'volunteer' && { state: 'assigned' }),
  }));
  // All their pools stand outside, so that one index serves it whatever is offered.
  const all = [...new Set([...pools, ...offers.flatMap((offer) => offer.pools)])];
  return {
    ...{ ...waits, poolGridId: { $in: all } },
    ...(offered.length && { $or: [{ poolGridId: { $in: pools } }, ...offered] }),
  };
}

/** One request. Problem: notFound. */
export async function getRequest(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  const [view] = await presentRequests(ctx, who, [await findRequest(ctx, who, params.id)], {
    withTold: true,
  });
  return view as RequestView;
}
