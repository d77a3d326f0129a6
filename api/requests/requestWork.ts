import type { Rung } from '@shared/ladder';
import { errandLife } from '@shared/requests/errandLife';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { inTransaction } from '../platform/mongo';
import type { DueWork } from '../platform/sweep';
import { climbRequest } from './clock';
import { errandFactsOf } from './errandActors';
import { makeNext } from './makeNext';
import { type ErrandDoc, isErrand, type RequestDoc, Requests } from './model';
import { takeStep } from './takeStep';
import { tellRungs } from './tellRungs';

/**
 * The clock of requests: who is told, who answers from then on, and what lapses, each in one transaction with its step (domain,
 * sections 4 and 5).
 */
export const requestWork: DueWork<RequestDoc> = {
  name: 'requests',
  documents: (ctx) => Requests(ctx),
  async plan(ctx, due, now) {
    for (const doc of due)
      await inTransaction(ctx, async (session) => {
        if (!(await byItself(ctx, doc, now, session))) await climbOne(ctx, doc, now, session);
      });
    return [];
  },
};

/** What happens without anybody: an errand lapses, a case that repeats makes the next one. */
const byItself = (ctx: Context, doc: RequestDoc, now: Date, session: ClientSession): Promise<boolean> =>
  isErrand(doc) ? lapsed(ctx, doc, now, session) : makeNext(ctx, doc, now, session);

/** An errand that nobody went on with goes back, one that nobody objected to is closed. A person who was faster has done it already. */
async function lapsed(ctx: Context, doc: ErrandDoc, now: Date, session: ClientSession): Promise<boolean> {
  const facts = errandFactsOf(doc, now);
  const row = errandLife.row(doc.state, 'lapse', facts);
  if (!row || row.needs?.(facts)) return false;
  await takeStep(ctx, doc, { action: 'lapse', row, who: null, input: {} }, session);
  return true;
}

async function climbOne(ctx: Context, seen: RequestDoc, now: Date, session: ClientSession): Promise<void> {
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
        // Whoever taps on an older screen has missed nothing, unless somebody else answers for it now.
        ...(moves && { $inc: { version: 1 } }),
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  // Another process, or a person, was first.
  if (doc) await tellRungs(ctx, doc, told, session);
}
