import type { createDemoSession as contract } from '@shared/accounts/contract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { Memberships } from './model';
import { openSession } from './openSession';

/** Signs in as the numbered person of a role, in seed order. In production this operation does not exist. */
export async function createDemoSession(ctx: Context, _who: null, { body, browser }: Input<typeof contract>) {
  if (ctx.config.mode === 'production') throw problem('notFound');
  const membership = await Memberships(ctx)
    .findOne({ role: body.role, demoNumber: body.number ?? 1 })
    .lean();
  if (!membership) throw problem('account.unknown');
  return openSession(ctx, membership.accountId, browser, membership._id);
}
