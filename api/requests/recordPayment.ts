import { audience } from '@shared/live';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import type { ErrandDoc } from './model';
import { type PaymentDoc, Payments } from './paymentModel';

interface Paid {
  accountId: Types.ObjectId;
  amountFen: number;
  at: Date;
}

/** What somebody laid out for an errand is owed by its household from then on. In the caller's transaction. */
export async function recordPayment(
  ctx: Context,
  errand: ErrandDoc,
  { accountId, amountFen, at }: Paid,
  session: ClientSession,
): Promise<PaymentDoc | null> {
  if (!amountFen) return null;
  const {
    _id: requestId,
    communityId,
    kind,
    householdId,
    residentId,
    door,
    gridId,
    gridPath,
    patchId,
  } = errand;
  const doc: PaymentDoc = {
    _id: new Types.ObjectId(),
    ...{ communityId, requestId, kind, householdId, door, gridId, gridPath, accountId, amountFen },
    ...(residentId && { residentId }),
    ...(patchId && { patchId }),
    ...{ state: 'owed', open: true, version: 1, paidAt: at, history: [] },
    audience: [
      ...[audience.household(String(householdId)), audience.account(String(accountId))],
      audience.grid(String(gridId)),
    ],
  };
  await insertAll(Payments(ctx), [doc], session);
  return doc;
}
