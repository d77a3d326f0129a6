import { subject } from '@casl/ability';
import type { Act } from '@shared/abilities';
import { verifyBy } from '@shared/returns/clock';
import { type LeavingAction, type LeavingActor, leavingLife } from '@shared/returns/leavingLife';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Once } from '../../platform/idempotency';
import { problem } from '../../platform/problem';
import { abilitiesOf } from '../../platform/visible';
import { stepBy } from '../actors';
import type { HandoverDoc } from '../handover/model';
import type { ReturnStep } from '../model';
import { freshClock } from '../newReturn';
import { historyKey } from '../stepReturn';
import { type LeavingDoc, Leavings } from './model';
import { refusedPlace } from './sealLeaving';
import { tellLeaving } from './tellLeaving';

type Placed = Pick<LeavingDoc, 'communityId' | 'householdId' | 'partyId' | 'residentId' | 'gridPath'>;

export const mayLeaving = (who: Who, act: Act, doc: Placed): boolean =>
  abilitiesOf(who).can(
    act,
    subject('Leaving', {
      communityId: String(doc.communityId),
      householdId: String(doc.householdId),
      partyId: String(doc.partyId ?? ''),
      residentId: String(doc.residentId),
      gridPath: doc.gridPath.map(String),
    } as Record<string, unknown>),
  );

/** As what somebody stands to a leaving. */
export const leavingActors = (who: Who, doc: LeavingDoc): LeavingActor[] => [
  ...(mayLeaving(who, 'withdraw', doc) || String(doc.reportedBy.accountId) === who.accountId
    ? ['reporter' as const]
    : []),
  ...(mayLeaving(who, 'answer', doc) ? ['verifier' as const] : []),
];

/** What the caller may do with a leaving now. */
export const leavingActionsOf = (who: Who, doc: LeavingDoc): LeavingAction[] =>
  leavingLife.allowed(doc.state, leavingActors(who, doc), {});

export interface LeavingStep {
  action: LeavingAction;
  actors: readonly LeavingActor[];
  by: ReturnStep['by'];
  seenVersion?: number;
  once?: Once;
}

/** One step of a leaving, as its row says, and who is told. Problems: notAllowed, leaving.movedOn. */
export async function stepLeaving(
  ctx: Context,
  doc: LeavingDoc,
  { action, actors, by, seenVersion, once }: LeavingStep,
  changes: Partial<LeavingDoc>,
  session: ClientSession,
): Promise<LeavingDoc> {
  const isTheirs = leavingLife.rows.some((r) => r.action === action && r.who.some((w) => actors.includes(w)));
  if (!isTheirs) throw problem('notAllowed');
  const row = leavingLife.row(doc.state, action);
  const movedOn = problem('leaving.movedOn', { state: doc.state, version: doc.version });
  if (!row || (seenVersion !== undefined && seenVersion !== doc.version)) throw movedOn;
  const at = ctx.clock.now();
  const step = { at, by, action, to: row.to, ...(once && { key: historyKey(by, once), hash: once.hash }) };
  const taken = await Leavings(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, state: { $in: row.from }, version: doc.version },
      {
        $set: { ...changes, state: row.to, ...(leavingLife.ended.includes(row.to) && { endedAt: at }) },
        ...(!changes.nextStepAt && { $unset: { nextStepAt: 1 } }),
        $inc: { version: 1 },
        $push: { history: step },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw movedOn;
  await tellLeaving(ctx, taken, { action, tells: row.tells ?? [] }, session);
  return taken;
}

/** The community that was to take over an observation has refused: the worker decides again. In the caller’s transaction. */
export async function askLeavingAgain(
  ctx: Context,
  handover: HandoverDoc,
  { by, reason }: { by: ReturnStep['by']; reason: string },
  session: ClientSession,
): Promise<void> {
  const doc = await ofHandover(ctx, handover, session);
  const key = (await ctx.seals.load([doc.sealedBy], session)).get(doc.sealedBy);
  const changes = {
    ...freshClock(verifyBy(ctx.clock.now())),
    ...(key && { refused: key.seal(reason, refusedPlace(doc._id)) }),
  };
  await stepLeaving(ctx, doc, { action: 'askAgain', actors: ['system'], by }, changes, session);
}

/** The other community has taken over: the person has left this one. In the caller’s transaction. */
export async function endLeaving(
  ctx: Context,
  handover: HandoverDoc,
  who: Who,
  session: ClientSession,
): Promise<void> {
  const doc = await ofHandover(ctx, handover, session);
  await stepLeaving(ctx, doc, { action: 'leave', actors: ['system'], by: stepBy(who) }, {}, session);
}

async function ofHandover(
  ctx: Context,
  { fromCommunityId, leavingId }: HandoverDoc,
  session: ClientSession,
): Promise<LeavingDoc> {
  const doc = await Leavings(ctx)
    .findOne({ communityId: fromCommunityId, _id: leavingId })
    .session(session)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
