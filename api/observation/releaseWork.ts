import { releaseLadder } from '@shared/observation/release';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type Telling, tell } from '../notices';
import { climbDue, nothingDue } from '../platform/climbDue';
import type { DueWork, Step } from '../platform/sweep';
import { type ObservationDoc, Observations } from './model';

/** The ladder of an observation that is over and not released; a grid hears once of a day (domain, section 3.11). */
export const releaseWork: DueWork<ObservationDoc> = {
  name: 'observations',
  documents: (ctx) => Observations(ctx),
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
  doc: ObservationDoc,
  now: Date,
): Promise<{ step: Step; tellings: Telling[] }> {
  if (doc.state !== 'open') return { step: nothingDue(doc), tellings: [] };
  const climbing = { ...doc, dueAt: doc.endsAt };
  const { told, step } = climbDue(climbing, releaseLadder, { madeAt: doc.openedAt, now }, true);
  const book = await gridBook(ctx, doc.communityId);
  const work = { ...doc, responsibleFrom: 'worker' as const };
  const tellings = told
    .filter(({ name }) => !(name === 'check' && doc.check))
    .flatMap(({ name, tells }) =>
      accountsTold(book, work, tells, now).map((accountId) => ({
        about: { entity: 'observation', id: String(doc._id) },
        together: `ending:${String(doc.gridId)}:${doc.lastDay}`,
        occasion: `rung:${name}`,
        accountId,
        communityId: doc.communityId,
        side: 'staff' as const,
        code: `observation.${name}` as 'observation.check' | 'observation.leader' | 'observation.head',
        params: { door: doc.door, lastDay: doc.lastDay },
        madeAt: now,
      })),
    );
  return { step, tellings };
}
