import type { Context } from '../../context';
import { isDown } from '../../platform/isDown';
import { inTransaction, isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { findHome } from '../../roster';
import { Errands } from '../model';
import { place } from '../placeRequest';
import type { GroupBuyDoc, Joined } from './model';

const keyOf = ({ _id }: GroupBuyDoc, { householdId }: Joined): string =>
  `groupBuy:${String(_id)}:${String(householdId)}`;

/**
 * Makes the errand of each door that has none yet. Answers the doors for which it could not be made: one that fails keeps no other
 * waiting. Throws only where the database is away.
 */
export async function orderShares(ctx: Context, doc: GroupBuyDoc): Promise<Joined[]> {
  const { communityId, joined } = doc;
  const keys = joined.map((one) => keyOf(doc, one));
  const made = new Set(await Errands(ctx).distinct('made.key', { communityId, 'made.key': { $in: keys } }));
  const failed: Joined[] = [];
  for (const one of joined.filter((one) => !made.has(keyOf(doc, one))))
    if (!(await isOrdered(ctx, doc, one))) failed.push(one);
  return failed;
}

async function isOrdered(ctx: Context, doc: GroupBuyDoc, one: Joined): Promise<boolean> {
  try {
    await orderOne(ctx, doc, one);
    return true;
  } catch (error) {
    // Another process was first.
    if (isDuplicate(error)) return true;
    if (isDown(error)) throw error;
    ctx.log.error(
      { work: 'groupBuys', id: String(doc._id), name: (error as Error).name },
      'a door of a group buy could not be ordered for',
    );
    return false;
  }
}

async function orderOne(ctx: Context, doc: GroupBuyDoc, one: Joined): Promise<void> {
  const { communityId, item, unit, shareFen } = doc;
  const { householdId, shares, by } = one;
  const joining = await findHome(ctx, communityId, householdId);
  // One that is part of another by now takes its share there.
  const household = joining?.mergedInto ? await findHome(ctx, communityId, joining.mergedInto) : joining;
  if (!household) throw problem('notFound');
  const details = { item, quantity: shares, unit, sumFen: shares * shareFen };
  const channel = by.role === 'resident' ? ('app' as const) : ('proxy' as const);
  const body = { kind: 'groupBuy' as const, urgent: false, channel, fileIds: [] };
  const made = { key: keyOf(doc, one), hash: '' };
  const placing = { body, details, household, residentId: undefined, made, by, heardBy: [], attach: null };
  await inTransaction(ctx, (session) => place(ctx, placing, session));
}
