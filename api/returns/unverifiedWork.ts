import { climb } from '@shared/ladder';
import { unverifiedLadder } from '@shared/returns/clock';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell } from '../notices';
import type { DueWork, Step } from '../platform/sweep';
import { type ReturnDoc, Returns } from './model';

/** The ladder of a return nobody has verified: the sweep tells each rung once (domain, section 3.5). */
export const unverifiedWork: DueWork<ReturnDoc> = {
  name: 'returns',
  documents: (ctx) => Returns(ctx),
  async plan(ctx, due, now) {
    const planned = await Promise.all(due.map((doc) => planStep(ctx, doc, now)));
    await tell(
      ctx,
      planned.flatMap(({ tellings }) => tellings),
    );
    return planned.map(({ step }) => step);
  },
};

async function planStep(
  ctx: Context,
  doc: ReturnDoc,
  now: Date,
): Promise<{ step: Step; tellings: Telling[] }> {
  if (doc.state !== 'declared')
    return { step: { id: doc._id, update: { $unset: { nextStepAt: 1 } } }, tellings: [] };
  const { dueAt, declaredAt: madeAt, step } = doc;
  const { told, skipped, ...next } = climb(unverifiedLadder, { dueAt, madeAt, step, now });
  const book = await gridBook(ctx, doc.communityId);
  const tellings = told.flatMap((rung) =>
    accountsTold(book, doc, rung.tells, now).map((accountId) => ({
      about: { entity: 'return', id: String(doc._id) },
      occasion: `rung:${rung.name}`,
      accountId,
      communityId: doc.communityId,
      code: 'return.unverified',
      params: { door: doc.door, rung: rung.name },
      madeAt: now,
    })),
  );
  const rungs = [
    ...told.map(({ name }) => ({ name, at: now, state: 'told' as const })),
    ...skipped.map(({ name }) => ({ name, at: now, state: 'skipped' as const })),
  ];
  const { nextStepAt } = next;
  const update = {
    $set: { step: next.step, ...(nextStepAt && { nextStepAt }) },
    ...(!nextStepAt && { $unset: { nextStepAt: 1 } }),
    $push: { rungs: { $each: rungs } },
  };
  return { step: { id: doc._id, update }, tellings };
}
