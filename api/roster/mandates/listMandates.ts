import type { listMandates as contract } from '@shared/roster/mandates';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { Households } from '../model';
import { Mandates } from './model';
import { presentMandates } from './present';

const most = 100;

/** Who may do what for a household, and who might before; newest first. Problem: notFound. */
export async function listMandates(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  const household = await Households(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Mandate')] })
    .lean();
  if (!household) throw problem('notFound');
  const { communityId, _id: householdId } = household;
  const docs = await Mandates(ctx).find({ communityId, householdId }).sort({ _id: -1 }).limit(most).lean();
  return { items: await presentMandates(ctx, docs) };
}
