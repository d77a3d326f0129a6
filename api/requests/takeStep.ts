import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { Once } from '../platform/idempotency';
import { excuseOfRequest, setCare } from '../schedules';
import type { Acting } from './acting';
import { stepBy } from './actors';
import { destroyEnded } from './destroyEnded';
import { leaveToCommunity } from './leaveToCommunity';
import {
  type CaseDoc,
  type ErrandDoc,
  isAboutPerson,
  isErrand,
  type RequestAction,
  type RequestDoc,
  type RequestState,
  Requests,
} from './model';
import { notOrderedAgain } from './orderedAgain';
import { attachBrought } from './photos';
import { planStep, type Step, seenAs, updateOf } from './planStep';
import { recordPayment } from './recordPayment';
import { tellAction, tellPositive } from './tellAction';

/**
 * Takes a step that the table allows: one conditional update, history and whoever hears of it in the caller’s transaction. Null:
 * somebody else was first. Problems: destroyed, input.invalid.
 */
export async function takeStep(
  ctx: Context,
  doc: RequestDoc,
  step: Step,
  session: ClientSession,
): Promise<RequestDoc | null> {
  const { action, row, who, input, once } = step;
  const brought = who ? await attachBrought(ctx, who, doc, input, session) : {};
  const planned = await planStep(ctx, doc, step, brought, session);
  // Complete as it is: straight to the driver.
  const taken = (await Requests(ctx).collection.findOneAndUpdate(seenAs(doc), updateOf(planned) as never, {
    ...{ session, returnDocument: 'after', ignoreUndefined: true },
  })) as RequestDoc | null;
  if (!taken) return null;
  await tellAction(ctx, { before: doc, doc: taken, action, tells: row.tells ?? [], who }, session);
  if (isErrand(taken))
    await followErrand(ctx, taken, { action, who, input, once, at: planned.entry.at }, session);
  else await follow(ctx, taken, { action, input, now: ctx.clock.now() }, session);
  await destroyEnded(ctx, [taken], session);
  return taken;
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
