import type { ObservationAction } from '@shared/observation/life';
import { observationLife } from '@shared/observation/life';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { visible } from '../platform/visible';
import { actorsOf, rowFor, stepBy } from './actors';
import { type ObservationDoc, Observations } from './model';
import { type Changes, historyKey, stepObservation } from './stepObservation';
import { tellStep } from './tellStep';

export interface Act {
  id: string;
  action: ObservationAction;
  seenVersion: number;
  once: Once;
}

/** An observation that the caller may see. Problem: notFound. */
export async function findObservation(
  ctx: Context,
  who: Who,
  id: string,
  session?: ClientSession,
): Promise<ObservationDoc> {
  const doc = await Observations(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Observation')] })
    .session(session ?? null)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

/**
 * One action of a person on an observation, in one transaction: what it changes, what follows from it, who is told. A repeat finds itself
 * in the history and changes nothing; two at once: one wins, the other is told who. Problems: notFound, notAllowed, key.reused,
 * observation.movedOn, what the row needs.
 */
export async function actOnObservation(
  ctx: Context,
  who: Who,
  { id, action, seenVersion, once }: Act,
  changesOf: (doc: ObservationDoc, session: ClientSession) => Promise<Changes>,
  /** What follows in other places, once the step is taken. */
  then?: (doc: ObservationDoc, session: ClientSession) => Promise<unknown>,
): Promise<ObservationDoc> {
  const by = stepBy(who);
  return inTransaction(ctx, async (session) => {
    const doc = await findObservation(ctx, who, id, session);
    const done = doc.history.find(({ key }) => key === historyKey(by, once));
    if (done) {
      refuseOtherBody({ hash: done.hash ?? '' }, once);
      return doc;
    }
    const actors = actorsOf(who, doc);
    const row = await rowFor(ctx, actors, doc, action, seenVersion);
    const changes = await changesOf(doc, session);
    const taken = await stepObservation(
      ctx,
      doc,
      { action, actors, by, seenVersion, once },
      changes,
      session,
    );
    await then?.(taken, session);
    const { communityId, returnId } = taken;
    if (observationLife.ended.includes(taken.state))
      await ctx.hooks.observationEnded({ communityId, returnId, by }, session);
    await tellStep(ctx, taken, action, row.tells ?? [], session);
    return taken;
  });
}

/** Seals what is written as a reason in the next step of the history. Problem: destroyed. */
export async function sealReason(
  ctx: Context,
  doc: ObservationDoc,
  text: string,
  session: ClientSession,
): Promise<string> {
  const keyId = dataKeyId('episode', doc.returnId);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) throw problem('destroyed');
  return key.seal(text, `observations/${String(doc._id)}/reasons/${doc.history.length}`);
}
