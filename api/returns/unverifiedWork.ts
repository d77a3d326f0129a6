import { unverifiedLadder } from '@shared/returns/clock';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell } from '../notices';
import { climbDue, nothingDue } from '../platform/climbDue';
import type { DueWork, Step } from '../platform/sweep';
import { type ReturnDoc, Returns } from './model';

/** The ladder of a return nobody has verified: the sweep tells each rung once for a party (domain, section 3.5). */
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
  if (doc.state !== 'declared') return { step: nothingDue(doc), tellings: [] };
  const { told, step } = climbDue(doc, unverifiedLadder, { madeAt: doc.declaredAt, now }, true);
  const book = await gridBook(ctx, doc.communityId);
  const tellings = told.flatMap((rung) =>
    accountsTold(book, doc, rung.tells, now).map((accountId) => ({
      about: { entity: 'return', id: String(doc._id) },
      // A family hears it once. Where its clock was started anew, it is another rung.
      together: `party:${String(doc.partyId)}`,
      occasion: `rung:${rung.name}:${doc.dueAt.getTime()}`,
      accountId,
      communityId: doc.communityId,
      side: 'staff' as const,
      code: 'return.unverified' as const,
      params: { door: doc.door, rung: rung.name },
      madeAt: now,
    })),
  );
  return { step, tellings };
}
