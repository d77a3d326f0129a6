import type { StaffChanged } from '@shared/accounts/staffContract';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { forgetGridBook, gridBook } from '../gridBook';
import { findFor, presentResponsible } from '../responsible';

/**
 * Does a change of staff and answers to whom the open things of that person go by it: how many, and who answers for
 * them now. Nothing is rewritten: who is responsible is found when it is read (domain, section 2).
 */
export async function handOver(
  ctx: Context,
  { communityId, accountId }: { communityId: Types.ObjectId; accountId: Types.ObjectId },
  change: () => Promise<void>,
): Promise<StaffChanged['handedOver']> {
  const before = await gridBook(ctx, communityId);
  const open = await ctx.hooks.openWork(communityId);
  const now = ctx.clock.now();
  const theirs = open.filter((work) => {
    const { seat } = findFor(before, work, now);
    return seat !== 'duty' && seat.accountId === String(accountId);
  });
  await change();
  forgetGridBook(ctx, communityId);
  if (!theirs.length) return [];
  const after = await gridBook(ctx, communityId);
  const counts = new Map<string, { name: string; count: number }>();
  for (const work of theirs) {
    const { account, name } = presentResponsible(after, work, ctx.clock.now());
    if (account === String(accountId)) continue;
    const key = account ?? name;
    counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
