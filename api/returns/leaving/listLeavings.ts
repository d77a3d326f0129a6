import type { listLeavings as contract } from '@shared/returns/leaving';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
import { visible } from '../../platform/visible';
import { Leavings } from './model';
import { presentLeavings } from './presentLeaving';

/** Leavings in view, newest first. */
export async function listLeavings(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { residentId, state } = query;
  const { rows, next } = await newestFirst(
    Leavings(ctx),
    {
      $and: [
        visible(who, 'Leaving'),
        {
          ...(residentId && { residentId }),
          ...(state && { state }),
        },
      ],
    },
    query,
  );
  return { items: await presentLeavings(ctx, who, rows), next };
}
