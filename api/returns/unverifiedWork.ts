import { unverifiedLadder } from '@shared/returns/clock';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type ToldStep, tellingWork } from '../notices';
import { climbDue, nothingDue } from '../platform/climbDue';
import { type ReturnDoc, Returns } from './model';

/** The ladder of a return nobody has verified: the sweep tells each rung once for a party (domain, section 3.5). */
export const unverifiedWork = tellingWork<ReturnDoc>(
  { name: 'returns', documents: (ctx) => Returns(ctx) },
  planStep,
);

async function planStep(ctx: Context, doc: ReturnDoc, now: Date): Promise<ToldStep> {
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
