import { audience } from '@shared/live';
import type { ErrandAction, ErrandState } from '@shared/requests/errandLife';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { excuseOfRequest, setCare } from '../schedules';
import { type Acting, type ActionInput, textOf } from './acting';
import { type Row, stepBy } from './actors';
import { caseChanges } from './caseChanges';
import { destroyEnded } from './destroyEnded';
import { type ErrandChange, errandChanges } from './errandChanges';
import { leaveToCommunity } from './leaveToCommunity';
import {
  type CaseDoc,
  type ErrandDoc,
  type HistoryEntry,
  isAboutPerson,
  isErrand,
  type RequestAction,
  type RequestDoc,
  type RequestState,
  Requests,
} from './model';
import { notOrderedAgain } from './orderedAgain';
import { attachBrought } from './photos';
import { recordPayment } from './recordPayment';
import { tellAction, tellPositive } from './tellAction';
import { openKeyOf, placeOf } from './texts';

interface Step {
  action: RequestAction;
  row: Row;
  /** Null of the clock, and of what nobody signed. */
  who: Who | null;
  input: ActionInput;
  once?: Once;
  /** When it was done, if not now. */
  doneAt?: Date;
}

/**
 * Takes a step that the table allows: one conditional update, history and whoever hears of it in the caller’s transaction. Null:
 * somebody else was first. Problems: destroyed, input.invalid.
 */
export async function takeStep(
  ctx: Context,
  doc: RequestDoc,
  { action, row, who, input, once, doneAt }: Step,
  session: ClientSession,
): Promise<RequestDoc | null> {
  const now = ctx.clock.now();
  const { to } = row;
  const text = await sealText(ctx, doc, textOf(input), session);
  const { changes, entry } = await changesOf(ctx, who, doc, {
    action,
    to,
    input,
    now,
    doneAt: doneAt ?? now,
  });
  const photos = who && (await attachBrought(ctx, who, doc, input, session));
  const { nextStepAt, ...set } = changes;
  const step: HistoryEntry = {
    ...{ at: doneAt ?? now, action, from: doc.state, to, by: who && stepBy(who) },
    ...(doneAt && { receivedAt: now }),
    ...entry,
    ...(text && { text }),
    ...photos,
    ...(once && { key: stepKey(who, once), hash: once.hash }),
  };
  // Complete as it is: straight to the driver.
  const taken = (await Requests(ctx).collection.findOneAndUpdate(
    { communityId: doc.communityId, _id: doc._id, state: doc.state, version: doc.version },
    {
      $set: { ...set, state: to, ...(nextStepAt && { nextStepAt }) },
      ...(nextStepAt === null && { $unset: { nextStepAt: 1 } }),
      $push: { history: step },
      ...(entry.holder && { $addToSet: { audience: audience.account(String(entry.holder)) } }),
      $inc: { version: 1 },
    } as never,
    { session, returnDocument: 'after', ignoreUndefined: true },
  )) as RequestDoc | null;
  if (!taken) return null;
  await tellAction(ctx, { before: doc, doc: taken, action, tells: row.tells ?? [], who }, session);
  if (isErrand(taken)) await followErrand(ctx, taken, { action, who, input, once, at: step.at }, session);
  else await follow(ctx, taken, { action, input, now }, session);
  await destroyEnded(ctx, [taken], session);
  return taken;
}

/** Under which key a step is known again. */
export const stepKey = (who: Who | null, { key }: Once): string => `${who?.accountId ?? 'anybody'}:${key}`;

interface Changed {
  changes: Partial<CaseDoc> | ErrandChange['changes'];
  entry: Partial<HistoryEntry>;
}

async function changesOf(
  ctx: Context,
  who: Who | null,
  doc: RequestDoc,
  acting: Acting<RequestAction, RequestState>,
): Promise<Changed> {
  if (isErrand(doc)) return errandChanges(ctx, who, doc, acting as Acting<ErrandAction, ErrandState>);
  const { step, result } = acting.input;
  const changes = await caseChanges(ctx, who, doc, acting as Acting<CaseAction, CaseState>);
  return { changes, entry: step ? { step, result: result ?? '' } : {} };
}

type Followed = Pick<Step, 'action' | 'who' | 'input'> & { once: Once | undefined; at: Date };

/** What a step of an errand means for the money and for what it was ordered in place of. */
async function followErrand(
  ctx: Context,
  errand: ErrandDoc,
  step: Followed,
  session: ClientSession,
): Promise<void> {
  await followMoney(ctx, errand, step, session);
  if (step.action === 'cancel') await notOrderedAgain(ctx, errand, session);
}

/** What was laid out in the shop, and who bears it once it is not wanted any more. */
async function followMoney(
  ctx: Context,
  errand: ErrandDoc,
  { action, who, input, once, at }: Followed,
  session: ClientSession,
): Promise<void> {
  if (!who) return;
  const { amountFen = 0, pays } = input;
  const { accountId } = stepBy(who);
  if (action === 'buy') await recordPayment(ctx, errand, { accountId, amountFen, at }, session);
  if (action === 'cancel' && pays === 'community')
    await leaveToCommunity(ctx, { who, errand, once }, session);
}

/** What a step of a case means for its slots, for whoever sees it, and for the observation of the person. */
async function follow(
  ctx: Context,
  doc: CaseDoc,
  { action, input, now }: Pick<Acting<RequestAction, RequestState>, 'action' | 'input' | 'now'>,
  session: ClientSession,
): Promise<void> {
  const { communityId, _id, state, healthUntil } = doc;
  if (healthUntil && (action === 'close' || action === 'reopen'))
    await setCare(ctx, { communityId, requestId: _id }, healthUntil, session);
  if (state === 'closed') await excuseOfRequest(ctx, communityId, _id, now, session);
  await tellPositive(ctx, doc, input, session);
  if (isAboutPerson(doc)) await ctx.hooks.requestStepped({ doc, action }, session);
}

/** Under the key of the episode, or of the request; bound to its place in the history. Problem: destroyed. */
async function sealText(
  ctx: Context,
  doc: RequestDoc,
  text: string | undefined,
  session: ClientSession,
): Promise<string | null> {
  if (!text) return null;
  const key = await openKeyOf(ctx, doc, session);
  return key.seal(text, placeOf.step(doc._id, doc.history.length));
}
