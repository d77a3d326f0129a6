import { unverifiedLadder } from '@shared/returns/clock';
import type { Context } from '../../context';
import { accountsTold, gridBook } from '../../grids';
import { tell } from '../../notices';
import { climbDue, nothingDue } from '../../platform/climbDue';
import { inTransaction } from '../../platform/mongo';
import type { DueWork, Step } from '../../platform/sweep';
import { leaveNow } from './leaveNow';
import { type LeavingDoc, Leavings } from './model';

/** A leaving that waits for the worker’s word climbs; one that is agreed happens when its moment has come. */
export const leavingWork: DueWork<LeavingDoc> = {
  name: 'leavings',
  documents: (ctx) => Leavings(ctx),
  async plan(ctx, due, now) {
    const steps: Step[] = [];
    for (const doc of due) {
      if (doc.state === 'agreed') await leave(ctx, doc);
      else steps.push(doc.state === 'asked' ? await climbAsked(ctx, doc, now) : nothingDue(doc));
    }
    return steps;
  },
};

async function leave(ctx: Context, doc: LeavingDoc): Promise<void> {
  const { by } = doc.history[doc.history.length - 1] as LeavingDoc['history'][number];
  await inTransaction(ctx, (session) => leaveNow(ctx, doc, by, session));
}

async function climbAsked(ctx: Context, doc: LeavingDoc, now: Date): Promise<Step> {
  const { told, step } = climbDue(doc, unverifiedLadder, { madeAt: doc.reportedAt, now });
  const { communityId, door } = doc;
  const book = await gridBook(ctx, communityId);
  await tell(
    ctx,
    told.flatMap((rung) =>
      accountsTold(book, doc, rung.tells, now).map((accountId) => ({
        about: { entity: 'leaving', id: String(doc._id) },
        occasion: `rung:${rung.name}:${doc.dueAt.getTime()}`,
        accountId,
        communityId,
        side: 'staff',
        code: 'leaving.unanswered',
        params: { door, rung: rung.name },
        madeAt: now,
      })),
    ),
  );
  return step;
}
