import type {
  getReconciliation as getContract,
  listReconciliations as listContract,
  ReconciliationView,
} from '@shared/requests/reconciliation';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { newestFirst } from '../platform/newestFirst';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { presentReconciliations } from './presentReconciliations';
import { type ReconciliationDoc, Reconciliations } from './reconciliationModel';

/** What was done without network and could not be written down, the newest first. */
export async function listReconciliations(ctx: Context, who: Who, { query }: Input<typeof listContract>) {
  const { open, requestId } = query;
  const { rows, next } = await newestFirst(
    Reconciliations(ctx),
    {
      $and: [
        visible(who, 'Reconciliation'),
        { ...(open && { open: true }), ...(requestId && { requestId }) },
      ],
    },
    query,
  );
  return { items: await presentReconciliations(ctx, who, rows), next };
}

/** One of them. Problem: notFound. */
export async function getReconciliation(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  return presentReconciliation(ctx, who, await findReconciliation(ctx, who, params.id, 'read'));
}

/** One that the caller may see, or close. Problem: notFound. */
export async function findReconciliation(
  ctx: Context,
  who: Who,
  id: string,
  act: 'read' | 'answer',
  session?: ClientSession,
): Promise<ReconciliationDoc> {
  const doc = await Reconciliations(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Reconciliation', act)] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

export const presentReconciliation = async (
  ctx: Context,
  who: Who,
  doc: ReconciliationDoc,
): Promise<ReconciliationView> => (await presentReconciliations(ctx, who, [doc]))[0] as ReconciliationView;
