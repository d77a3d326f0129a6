import type { listReturns as contract } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { newestFirst } from '../platform/newestFirst';
import { visible } from '../platform/visible';
import { Returns } from './model';
import { presentReturns } from './present';

/** Returns in view, newest first. */
export async function listReturns(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, partyId, gridId, state } = query;
  const { rows, next } = await newestFirst(
    Returns(ctx),
    {
      $and: [
        visible(who, 'Return'),
        {
          ...(householdId && { householdId }),
          ...(partyId && { partyId }),
          ...(gridId && { gridPath: gridId }),
          ...(state && { state }),
        },
      ],
    },
    query,
  );
  return { items: await presentReturns(ctx, who, rows), next };
}
