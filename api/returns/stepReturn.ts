import { type ReturnAction, type ReturnActor, returnLife } from '@shared/returns/life';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { Once } from '../platform/idempotency';
import { problem } from '../platform/problem';
import { factsOf, movedOn, rowFor } from './actors';
import { type ReturnDoc, type ReturnStep, Returns } from './model';

export interface Stepping {
  action: ReturnAction;
  actors: readonly ReturnActor[];
  by: ReturnStep['by'];
  once?: Once;
}

export const historyKey = (by: ReturnStep['by'], once: Once): string => `${String(by.accountId)}:${once.key}`;

/**
 * One step of a life, as its row says: one conditional update; state and version are the condition, history and version go
 * on. A ladder ends with the step unless `changes` starts another. Problems: notAllowed, return.movedOn, what the row needs.
 */
export async function stepReturn(
  ctx: Context,
  doc: ReturnDoc,
  { action, actors, by, once }: Stepping,
  changes: Partial<ReturnDoc>,
  session: ClientSession,
): Promise<ReturnDoc> {
  const row = await rowFor(ctx, actors, doc, action, doc.version);
  const missing = row.needs?.(factsOf(doc));
  if (missing) throw problem(missing);
  const step: ReturnStep = {
    at: ctx.clock.now(),
    by,
    action,
    from: doc.state,
    to: row.to,
    ...(once && { key: historyKey(by, once), hash: once.hash }),
  };
  const ended = returnLife.ended.includes(row.to) && { ended: true, endedAt: step.at };
  const taken = await Returns(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, state: { $in: row.from }, version: doc.version },
      {
        $set: { ...changes, ...ended, state: row.to },
        ...(!changes.nextStepAt && { $unset: { nextStepAt: 1 } }),
        $inc: { version: 1 },
        $push: { history: step },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw await movedOn(ctx, doc);
  return taken;
}
