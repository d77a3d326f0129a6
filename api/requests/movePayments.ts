import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type GridPlace, Households, placing } from '../roster';
import { type PaymentDoc, Payments } from './paymentModel';

interface Owing {
  householdId: Types.ObjectId;
  /** Whose it is from now on, where that is another entry of the roster. */
  residentId?: Types.ObjectId;
  /** Where they really are; the door of the household unless told. */
  place?: GridPlace & { door: string };
}

/**
 * What was laid out is owed by the household that its people are part of now. What is still open goes to their door, so that whoever answers
 * there sees it; what is over stays in the account of the grid where it was. In the caller's transaction.
 */
export async function movePayments(
  ctx: Context,
  of: { communityId: Types.ObjectId } & Record<string, unknown>,
  { householdId, residentId, place }: Owing,
  session: ClientSession,
): Promise<void> {
  const { communityId } = of;
  const docs = await Payments(ctx).find(of).session(session).lean();
  if (!docs.length) return;
  const ids = (which: PaymentDoc[]) => ({ communityId, _id: { $in: which.map(({ _id }) => _id) } });
  const left = docs.map((doc) => audience.household(String(doc.householdId)));
  await Payments(ctx).updateMany(
    ids(docs),
    {
      $set: { householdId, ...(residentId && { residentId }) },
      $pullAll: { audience: left },
      $inc: { version: 1 },
    },
    { session },
  );
  const home = audience.household(String(householdId));
  await Payments(ctx).updateMany(ids(docs), { $addToSet: { audience: home } }, { session });
  const door =
    place ?? (await Households(ctx).findOne({ communityId, _id: householdId }).session(session).lean());
  if (!door) return;
  const there = placing(door);
  await Payments(ctx).updateMany(
    ids(docs.filter(({ open }) => open)),
    {
      ...there,
      $set: { ...there.$set, door: door.door },
      $addToSet: { audience: audience.grid(String(door.gridId)) },
    },
    { session },
  );
}
