import { audience } from '@shared/live';
import { reconcileWithinMinutes } from '@shared/requests/reconciliation';
import { addMinutes } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { insertAll } from '../platform/mongo';
import { problem } from '../platform/problem';
import { placeFieldsOf } from '../roster';
import type { ErrandDoc } from './model';
import { attachBrought } from './photos';
import { type DoneStep, type ReconciliationDoc, Reconciliations } from './reconciliationModel';
import { climbReconciliation, tellReconciliation } from './reconciliationWork';
import type { Done } from './tap';
import { keyOf, placeOf } from './texts';

/**
 * Keeps what somebody did and could not be taken any more; the leader is told and finds out. What the same person did for the same
 * errand meanwhile is kept with it. In the caller's transaction. Problem: destroyed.
 */
export async function reconcile(
  ctx: Context,
  who: Who,
  doc: ErrandDoc,
  done: Done,
  session: ClientSession,
): Promise<string> {
  const { communityId, _id: requestId } = doc;
  const accountId = new Types.ObjectId(who.accountId);
  const same = { communityId, requestId, accountId, open: true };
  const open = await Reconciliations(ctx).findOne(same).session(session).lean();
  const _id = open?._id ?? new Types.ObjectId();
  const step = await keptStep(ctx, who, doc, { _id, done }, session);
  if (open)
    await Reconciliations(ctx).updateOne(same, { $push: { steps: step }, $inc: { version: 1 } }, { session });
  else await begin(ctx, doc, { _id, accountId, step }, session);
  return String(_id);
}

async function begin(
  ctx: Context,
  doc: ErrandDoc,
  { _id, accountId, step }: Pick<ReconciliationDoc, '_id' | 'accountId'> & { step: DoneStep },
  session: ClientSession,
): Promise<void> {
  const { communityId, _id: requestId, householdId, kind, door } = doc;
  const now = ctx.clock.now();
  const { told, step: climbed, nextStepAt } = climbReconciliation({ openedAt: now, step: 0 }, now);
  const opened: ReconciliationDoc = {
    ...{ _id, communityId, requestId, householdId, kind, door, accountId, open: true, version: 1 },
    ...placeFieldsOf(doc),
    steps: [step],
    openedAt: now,
    dueAt: addMinutes(now, reconcileWithinMinutes),
    ...{ step: climbed, nextStepAt },
    audience: [audience.grid(String(doc.gridId)), audience.account(String(accountId))],
  };
  await insertAll(Reconciliations(ctx), [opened], session);
  await tellReconciliation(ctx, opened, told, now, session);
}

async function keptStep(
  ctx: Context,
  who: Who,
  doc: ErrandDoc,
  { _id, done }: { _id: Types.ObjectId; done: Done },
  session: ClientSession,
): Promise<DoneStep> {
  const { action, doneAt, input, once } = done;
  const key = `${who.accountId}:${once.key}`;
  const step = {
    action: action as DoneStep['action'],
    ...{ at: doneAt, receivedAt: ctx.clock.now(), key, hash: once.hash },
  };
  const sealer = (await ctx.seals.load([keyOf(doc)], session)).get(keyOf(doc));
  if (!sealer) return { ...step, amountFen: laidOut(done) };
  // Nobody's photos are thrown away: this one stays with the errand.
  await attachBrought(ctx, who, doc, input, session);
  return { ...step, input: sealer.seal(JSON.stringify(input), placeOf.done(_id, key)) };
}

/** Whoever it was for is forgotten: nothing is written down about them any more, but whoever paid for them is not forgotten. Problem: destroyed. */
function laidOut({ action, input: { amountFen } }: Done): number {
  if (action !== 'buy' || !amountFen) throw problem('destroyed');
  return amountFen;
}
