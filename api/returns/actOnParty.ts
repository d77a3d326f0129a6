import type { ReturnAction } from '@shared/returns/life';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { actorsOf, rowFor, stepBy } from './actors';
import { findReturn } from './findReturn';
import { type ReturnDoc, Returns } from './model';
import { rankParty } from './party';
import { historyKey, stepReturn } from './stepReturn';
import { tellStep } from './tellStep';

export interface PartyAct {
  id: string;
  action: Extract<ReturnAction, 'confirm' | 'reject' | 'withdraw' | 'offer'>;
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
  each: (doc: ReturnDoc, step: TakeStep, session: ClientSession, isAddressed: boolean) => Promise<ReturnDoc>,
  /** What is done once for all of them. */
  together?: (docs: ReturnDoc[], session: ClientSession) => Promise<unknown>,
): Promise<ReturnDoc[]> {
  const { action, once } = act;
  const by = stepBy(who);
  return inTransaction(ctx, async (session) => {
    const addressed = await findReturn(ctx, who, act.id, session);
    const key = historyKey(by, once);
    const repeat = addressed.history.find((step) => step.key === key);
    if (repeat) {
      refuseOtherBody({ hash: repeat.hash ?? '' }, once);
      return partyOf(ctx, addressed, act, session, key);
    }
    await rowFor(ctx, actorsOf(who, addressed), addressed, action, act.seenVersion);
    const docs = await partyOf(ctx, addressed, act, session);
    const stepped: ReturnDoc[] = [];
    for (const doc of docs) {
      const step: TakeStep = (current, changes) =>
        stepReturn(ctx, current, { action, actors: actorsOf(who, current), by, once }, changes, session);
      stepped.push(await each(doc, step, session, doc._id.equals(addressed._id)));
    }
    await together?.(stepped, session);
    await tellStep(ctx, stepped, action, session);
    await rankParty(ctx, addressed.communityId, addressed.partyId, session);
    return Returns(ctx)
      .find({ _id: { $in: docs.map(({ _id }) => _id) } })
      .sort({ _id: 1 })
      .session(session)
      .lean();
  });
}

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
