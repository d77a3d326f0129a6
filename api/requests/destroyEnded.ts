import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { dropWith } from '../files';
import { Cases, type RequestDoc } from './model';
import { Payments } from './paymentModel';
import { Reconciliations } from './reconciliationModel';
import { keyOf } from './texts';

/**
 * Of requests whose people are forgotten what was written can be read by nobody from the moment when they are over and nothing of them is to be
 * found out about any more; the photos go, and so does the surname, which a case keeps in clear. What was laid out for them stays in the account of whoever did; nobody is left to agree that it
 * was given back. In the caller's transaction.
 */
export async function destroyEnded(ctx: Context, docs: RequestDoc[], session: ClientSession): Promise<void> {
  const over = docs.filter(({ forgotten, open }) => forgotten && !open);
  const [first] = over;
  if (!first) return;
  const { communityId } = first;
  const of = (which: RequestDoc[]) => ({ communityId, requestId: { $in: which.map(({ _id }) => _id) } });
  const found = await Reconciliations(ctx)
    .find({ ...of(over), open: true }, { requestId: 1 })
    .session(session)
    .lean();
  const gone = over.filter(({ _id }) => !found.some(({ requestId }) => requestId.equals(_id)));
  if (!gone.length) return;
  await ctx.seals.destroy(gone.map(keyOf), session);
  const ids = gone.map(({ _id }) => _id);
  await dropWith(ctx, communityId, ids, session);
  await Cases(ctx).updateMany(
    { communityId, _id: { $in: ids }, life: 'case' },
    { $set: { surname: '' } },
    { session },
  );
  await Payments(ctx).updateMany(
    { ...of(gone), state: 'settled', open: true },
    { $set: { open: false }, $inc: { version: 1 } },
    { session },
  );
}
