import type { ReturnAction } from '@shared/returns/life';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { movedOn, rowFor, stepBy } from './actors';
import { findReturn } from './findReturn';
import { type ReturnDoc, Returns } from './model';
import { rankParty } from './party';

export interface PartyAct {
  id: string;
  action: Extract<ReturnAction, 'confirm' | 'reject' | 'withdraw'>;
  seenVersion: number;
  party: boolean;
  once: Once;
}

export type TakeStep = (doc: ReturnDoc, changes: Partial<ReturnDoc>) => Promise<ReturnDoc>;

/**
 * One action on a return or on all declared returns of its party, in one transaction. A repeat with the same key finds
 * itself in the history and changes nothing; two people at once: one wins, the other is told who.
 */
export async function actOnParty(
  ctx: Context,
  who: Who,
  act: PartyAct,
  each: (doc: ReturnDoc, step: TakeStep, session: ClientSession, isAddressed: boolean) => Promise<void>,
): Promise<ReturnDoc[]> {
  return inTransaction(ctx, async (session) => {
    const addressed = await findReturn(ctx, who, act.id, session);
    const repeat = addressed.history.find(({ key }) => key === historyKey(who, act.once));
    if (repeat) {
      refuseOtherBody({ hash: repeat.hash ?? '' }, act.once);
      return partyOf(ctx, addressed, act, session, historyKey(who, act.once));
    }
    await rowFor(ctx, who, addressed, act.action, act.seenVersion);
    const docs = await partyOf(ctx, addressed, act, session);
    for (const doc of docs)
      await each(doc, takeStep(ctx, who, act, session), session, doc._id.equals(addressed._id));
    await rankParty(ctx, addressed.communityId, addressed.partyId, session);
    return Returns(ctx)
      .find({ _id: { $in: docs.map(({ _id }) => _id) } })
      .sort({ _id: 1 })
      .session(session)
      .lean();
  });
}

const historyKey = (who: Who, once: Once): string => `${who.accountId}:${once.key}`;

/** The addressed return alone, or what of its party is still declared (or, for a repeat, was in that step). */
async function partyOf(
  ctx: Context,
  addressed: ReturnDoc,
  act: PartyAct,
  session: ClientSession,
  key?: string,
): Promise<ReturnDoc[]> {
  if (!act.party) return [addressed];
  const { communityId, partyId } = addressed;
  return Returns(ctx)
    .find({ communityId, partyId, ...(key ? { 'history.key': key } : { state: 'declared' }) })
    .sort({ _id: 1 })
    .session(session)
    .lean();
}

/** The conditional update of a step: state and version are the condition, history and version go on. */
const takeStep =
  (ctx: Context, who: Who, { action, once }: PartyAct, session: ClientSession): TakeStep =>
  async (doc, changes) => {
    const row = await rowFor(ctx, who, doc, action, doc.version);
    const at = ctx.clock.now();
    const step = {
      at,
      by: stepBy(who),
      action,
      from: doc.state,
      to: row.to,
      key: historyKey(who, once),
      hash: once.hash,
    };
    const taken = await Returns(ctx)
      .findOneAndUpdate(
        { _id: doc._id, state: { $in: row.from }, version: doc.version },
        {
          $set: { ...changes, state: row.to },
          $unset: { nextStepAt: 1 },
          $inc: { version: 1 },
          $push: { history: step },
        },
        { session, returnDocument: 'after' },
      )
      .lean();
    if (!taken) throw await movedOn(ctx, doc);
    return taken;
  };
