import { actionInputs, type actOnRequest as contract, type RequestView } from '@shared/requests/contract';
import type { CaseAction } from '@shared/requests/lives';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { problem } from '../platform/problem';
import { parse } from '../platform/validation';
import { excuseOfRequest, setCare } from '../schedules';
import { movedOn, rowFor, stepBy } from './actors';
import { type ActionInput, changesOf } from './changesOf';
import { findRequest } from './findRequest';
import { type HistoryEntry, type RequestDoc, Requests } from './model';
import { presentRequests, textKeyOf, textPlace } from './present';
import { tellAction, tellPositive } from './tellAction';

/**
 * One step of a request as its life table says: one conditional update, history and whoever hears of it in one transaction. A
 * repeat finds it as it is now. Problems: notFound, notAllowed, input.invalid, request.movedOn, what the row needs.
 */
export async function actOnRequest(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const input = parse(actionInputs[params.action], body.input, 'input') as ActionInput;
  const seen = await findRequest(ctx, who, params.id);
  const key = `${who.accountId}:${once.key}`;
  const done = seen.history.find((entry) => entry.key === key);
  if (done?.hash) refuseOtherBody({ hash: done.hash }, once);
  const doc = done
    ? seen
    : await inTransaction(ctx, (session) =>
        step(
          ctx,
          who,
          params.id,
          { action: params.action, seenVersion: body.seenVersion, input, once },
          session,
        ),
      ).catch(async (error) => {
        // A new fever of the same person is open: that is the case now.
        if (isDuplicate(error)) throw await movedOn(ctx, seen);
        throw error;
      });
  const [view] = await presentRequests(ctx, who, [doc], { withTold: true });
  return view as RequestView;
}

interface Acting {
  action: CaseAction;
  seenVersion: number;
  input: ActionInput;
  once: Once;
}

async function step(
  ctx: Context,
  who: Who,
  id: string,
  { action, seenVersion, input, once }: Acting,
  session: ClientSession,
): Promise<RequestDoc> {
  const doc = await findRequest(ctx, who, id, session);
  // Sent twice at the same moment: the other one was first.
  if (doc.history.some(({ key }) => key === `${who.accountId}:${once.key}`)) return doc;
  const row = await rowFor(ctx, who, doc, action, { seenVersion, result: input.result });
  const now = ctx.clock.now();
  const text = await sealText(ctx, doc, input.text ?? input.reason, session);
  const entry: HistoryEntry = {
    at: now,
    action,
    from: doc.state,
    to: row.to,
    by: stepBy(who),
    ...(input.step && { step: input.step, result: input.result ?? '' }),
    ...(text && { text }),
    key: `${who.accountId}:${once.key}`,
    hash: once.hash,
  };
  const changes = await changesOf(ctx, who, doc, { action, to: row.to, input, now });
  const taken = await Requests(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, state: doc.state, version: doc.version },
      {
        $set: { ...changes, state: row.to },
        ...(row.to === 'closed' && { $unset: { nextStepAt: 1 } }),
        $push: { history: entry },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw await movedOn(ctx, doc);
  const { communityId, _id } = taken;
  if (changes.healthUntil) await setCare(ctx, { communityId, requestId: _id }, changes.healthUntil, session);
  if (row.to === 'closed') await excuseOfRequest(ctx, doc.communityId, doc._id, now, session);
  await tellAction(ctx, taken, action, row.tells ?? [], session);
  await tellPositive(ctx, taken, input, session);
  await ctx.hooks.requestStepped({ doc: taken, action }, session);
  return taken;
}

/** Under the key of the episode, or of the request; bound to its place in the history. Problem: destroyed. */
async function sealText(
  ctx: Context,
  doc: RequestDoc,
  text: string | undefined,
  session: ClientSession,
): Promise<string | null> {
  if (!text) return null;
  const keyId = textKeyOf(doc);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) throw problem('destroyed');
  return key.seal(text, textPlace(doc._id, doc.history.length));
}
