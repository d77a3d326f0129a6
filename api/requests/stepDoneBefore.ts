import { errandLife } from '@shared/requests/errandLife';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import { refuseOtherBody } from '../platform/idempotency';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { problem } from '../platform/problem';
import { errandActorsOf, errandFactsOf, isHeldBy } from './errandActors';
import { checkEvidence } from './evidence';
import { type Held, heldBefore } from './heldBefore';
import { type ErrandDoc, Errands } from './model';
import { reconcile } from './reconcile';
import { Reconciliations } from './reconciliationModel';
import { isDone, stepKey } from './stepKey';
import { takeStep } from './takeStep';
import type { Done, Stepped } from './tap';

const ofHolder = new Set(
  errandLife.rows.flatMap(({ action, who }) => (who.includes('holder') ? action : [])),
);

/**
 * What whoever held an errand did without network (domain, section 5): judged by the history at that time, taken if it is still
 * possible, otherwise kept for the leader to find out; never dropped. Null: not of somebody who held it then, so that it is judged as
 * a step of now. Problems: input.invalid, destroyed, key.reused, what the row needs.
 */
export async function stepDoneBefore(
  ctx: Context,
  who: Who,
  id: string,
  done: Done,
): Promise<Stepped | null> {
  const communityId = who.membership?.communityId;
  if (!communityId || who.membership?.role === 'resident' || !ofHolder.has(done.action as 'buy')) return null;
  const doc = await Errands(ctx).findOne({ communityId, _id: id, life: 'errand' }).lean();
  const held = doc && heldBefore(doc.history, who.accountId, done.doneAt);
  if (!held) return null;
  const before = await sentBefore(ctx, who, doc, done);
  if (before) return before;
  const earlier = await Reconciliations(ctx).exists({ communityId, requestId: id, accountId: who.accountId });
  const row = errandLife.row(held.state, done.action as 'buy', errandFactsOf(doc, done.doneAt, who));
  // What came after something that is being found out about belongs to it.
  if (!earlier && !row?.who.includes('holder')) return null;
  if (done.action === 'deliver' && (await wayOn(ctx, who, doc, held, done)))
    await checkEvidence(ctx, doc, done.input);
  try {
    return await inTransaction(ctx, (session) => take(ctx, who, id, done, session));
  } catch (error) {
    // Two steps at once: the other one has begun what this one belongs to.
    if (isDuplicate(error)) return stepDoneBefore(ctx, who, id, done);
    throw error;
  }
}

/** The same tap again finds what came of it. Problem: key.reused. */
async function sentBefore(
  ctx: Context,
  who: Who,
  doc: ErrandDoc,
  { once }: Done,
  session?: ClientSession,
): Promise<Stepped | null> {
  if (isDone(who, doc, { once })) return { doc };
  const key = stepKey(who, once);
  const { communityId, _id: requestId } = doc;
  const kept = await Reconciliations(ctx)
    .findOne({ communityId, requestId, 'steps.key': key })
    .session(session ?? null)
    .lean();
  const step = kept?.steps.find((one) => one.key === key);
  if (step) refuseOtherBody(step, once);
  return kept && { reconciliationId: String(kept._id) };
}

async function take(
  ctx: Context,
  who: Who,
  id: string,
  done: Done,
  session: ClientSession,
): Promise<Stepped> {
  const communityId = who.membership?.communityId;
  const doc = await Errands(ctx).findOne({ communityId, _id: id }).session(session).lean();
  const held = doc && heldBefore(doc.history, who.accountId, done.doneAt);
  if (!doc || !held) throw problem('notFound');
  // Sent twice at the same moment: the other one was first.
  const before = await sentBefore(ctx, who, doc, done, session);
  if (before) return before;
  const way = await wayOn(ctx, who, doc, held, done);
  const ready = way === 'again' ? await acceptAgain(ctx, who, doc, done, session) : way && doc;
  const taken = ready && (await takeDone(ctx, who, ready, done, session));
  return taken ? { doc: taken } : { reconciliationId: await reconcile(ctx, who, doc, done, session) };
}

/**
 * How a step can still be taken: `now` from whoever has the errand, `again` from whoever lost it to the clock alone, which did not know
 * that they were at work.
 */
async function wayOn(
  ctx: Context,
  who: Who,
  doc: ErrandDoc,
  held: Held,
  { action }: Done,
): Promise<'now' | 'again' | null> {
  const now = ctx.clock.now();
  const facts = errandFactsOf(doc, now, who);
  const isOfHolder = errandLife.row(doc.state, action as 'buy', facts)?.who.includes('holder');
  if (isHeldBy(who, doc)) return isOfHolder && doc.open ? 'now' : null;
  if (!doc.open || held.since.some(({ by }) => by !== null)) return null;
  const again = errandLife.row(doc.state, 'accept', facts);
  const actors = errandActorsOf(who, doc, await gridBook(ctx, doc.communityId), now);
  const mayAgain = again?.who.some((one) => actors.includes(one)) && !again.needs?.(facts);
  return mayAgain && again?.to === held.state ? 'again' : null;
}

async function acceptAgain(
  ctx: Context,
  who: Who,
  doc: ErrandDoc,
  { doneAt }: Done,
  session: ClientSession,
): Promise<ErrandDoc | null> {
  const row = errandLife.row(doc.state, 'accept', errandFactsOf(doc, ctx.clock.now(), who));
  if (!row) return null;
  return (await takeStep(
    ctx,
    doc,
    { action: 'accept', row, who, input: {}, doneAt },
    session,
  )) as ErrandDoc | null;
}

async function takeDone(ctx: Context, who: Who, doc: ErrandDoc, done: Done, session: ClientSession) {
  const { action, input, once, doneAt } = done;
  const facts = errandFactsOf(doc, ctx.clock.now(), who);
  const row = errandLife.row(doc.state, action as 'buy', facts);
  const missing = row?.needs?.(facts);
  if (missing) throw problem(missing);
  return row ? takeStep(ctx, doc, { action, row, who, input, once, doneAt }, session) : null;
}
