import type { Rung } from '@shared/ladder';
import type { Context } from '../context';
import { inTransaction } from '../platform/mongo';
import type { DueWork } from '../platform/sweep';
import { climbRequest } from './clock';
import { type RequestDoc, Requests } from './model';
import { tellRungs } from './tellRungs';

/** The ladders of requests: who is told, and who answers from then on, in one transaction with the step (domain, section 4). */
export const requestWork: DueWork<RequestDoc> = {
  name: 'requests',
  documents: (ctx) => Requests(ctx),
  async plan(ctx, due, now) {
    for (const doc of due) await inTransaction(ctx, (session) => climbOne(ctx, doc, now, session));
    return [];
  },
};

async function climbOne(
  ctx: Context,
  seen: RequestDoc,
  now: Date,
  session: Parameters<typeof tellRungs>[3],
): Promise<void> {
  const { told, step, nextStepAt } = climbRequest(seen, now);
  const moves = told.flatMap((rung) => rung.moves ?? []).pop();
  const entries = told.map(({ name }: Rung) => ({
    at: now,
    action: 'rung' as const,
    from: seen.state,
    to: seen.state,
    by: null,
    rung: name,
  }));
  const doc = await Requests(ctx)
    .findOneAndUpdate(
      { communityId: seen.communityId, _id: seen._id, nextStepAt: seen.nextStepAt as Date, step: seen.step },
      {
        $set: {
          step,
          ...(nextStepAt && { nextStepAt }),
          ...(moves && { responsibleFrom: moves, responsibleAccountId: null }),
        },
        ...(!nextStepAt && { $unset: { nextStepAt: 1 } }),
        ...(entries.length && { $push: { history: { $each: entries } } }),
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  // Another process, or a person, was first.
  if (doc) await tellRungs(ctx, doc, told, session);
}
