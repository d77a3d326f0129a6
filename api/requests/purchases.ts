import type { payers } from '@shared/requests/errandView';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import type { DataKey } from '../platform/sealing';
import { inputOf } from './inputOf';
import { leavePayment } from './leaveToCommunity';
import type { ErrandDoc } from './model';
import type { ReconciliationDoc } from './reconciliationModel';
import { recordPayment } from './recordPayment';
import { tellPayment } from './tellPayment';

interface Purchase {
  amountFen: number;
  at: Date;
}

/** What somebody says to have bought without network. */
export const purchasesIn = (doc: ReconciliationDoc, key: DataKey | undefined): Purchase[] =>
  doc.steps
    .filter(({ action }) => action === 'buy')
    .map((step) => ({ at: step.at, amountFen: inputOf(doc, step, key).amountFen ?? 0 }))
    .filter(({ amountFen }) => amountFen > 0);

interface Owed extends Purchase {
  errand: ErrandDoc;
  doc: ReconciliationDoc;
  pays: (typeof payers)[number] | undefined;
}

/** It is owed by the household behind its door, or borne by the community, as the leader says. In the caller's transaction. */
export async function owePurchase(
  ctx: Context,
  by: { who: Who; once: Once },
  { errand, doc, pays, amountFen, at }: Owed,
  session: ClientSession,
): Promise<void> {
  const { accountId, householdId, door, gridId, gridPath, patchId } = doc;
  const there = { ...errand, householdId, door, gridId, gridPath, patchId };
  const payment = await recordPayment(ctx, there, { accountId, amountFen, at }, session);
  if (!payment) return;
  if (pays === 'community') return leavePayment(ctx, payment, by, session);
  const laidOut = { said: 'laidOut', tells: ['household', 'payer'], who: by.who } as const;
  await tellPayment(ctx, payment, laidOut, session);
}
