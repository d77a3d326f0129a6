import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { inTransaction, isDuplicate } from '../../platform/mongo';
import type { DueWork } from '../../platform/sweep';
import { findHome } from '../../roster';
import { place } from '../placeRequest';
import { type GroupBuyDoc, GroupBuys, type Joined } from './model';

/** An order that closes becomes one errand for each door that joined, each once, also where that was cut in the middle. */
export const groupBuyWork: DueWork<GroupBuyDoc> = {
  name: 'groupBuys',
  documents: (ctx) => GroupBuys(ctx),
  batch: 10,
  async plan(ctx, due) {
    for (const doc of due) for (const joined of doc.joined) await placeOnce(ctx, doc, joined);
    return due.map(({ _id }) => ({
      id: _id,
      update: { $set: { state: 'closed' }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
    }));
  },
};

async function placeOnce(ctx: Context, doc: GroupBuyDoc, { householdId, shares, by }: Joined): Promise<void> {
  const { communityId, item, unit, shareFen } = doc;
  const home = (_id: Types.ObjectId) => findHome(ctx, communityId, _id);
  const joining = await home(householdId);
  // One that is part of another by now takes its share there.
  const household = joining?.mergedInto ? await home(joining.mergedInto) : joining;
  if (!household) return;
  const details = { item, quantity: shares, unit, sumFen: shares * shareFen };
  const channel = by.role === 'resident' ? ('app' as const) : ('proxy' as const);
  const body = { kind: 'groupBuy' as const, urgent: false, channel, fileIds: [] };
  const made = { key: `groupBuy:${String(doc._id)}:${String(householdId)}`, hash: '' };
  const placing = { body, details, household, residentId: undefined, made, by, heardBy: [], attach: null };
  try {
    await inTransaction(ctx, (session) => place(ctx, placing, session));
  } catch (error) {
    // It was made before the sweep was cut.
    if (!isDuplicate(error)) throw error;
  }
}
