import type { listCorrections as contract } from '@shared/roster/corrections';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
import { visible } from '../../platform/visible';
import { Corrections } from './model';
import { presentCorrections } from './presentCorrections';

/** Corrections in view, the newest first. */
export async function listCorrections(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { rows, next } = await newestFirst(
    Corrections(ctx),
    { $and: [visible(who, 'Correction'), { ...(query.state && { state: query.state }) }] },
    query,
  );
  return { items: await presentCorrections(ctx, who, rows), next };
}
