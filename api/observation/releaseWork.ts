import { releaseLadder } from '@shared/observation/release';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { type ToldStep, tellingWork } from '../notices';
import { climbDue, nothingDue } from '../platform/climbDue';
import { type ObservationDoc, Observations } from './model';
import { releaseDue } from './releaseClock';

/** However late it begins, nothing of it has lost its sense. */
const madeAt = new Date(0);

/** The ladder of an observation that is over and not released; a grid hears once of those that end together (domain, section 3.11). */
export const releaseWork = tellingWork<ObservationDoc>(
  { name: 'observations', documents: (ctx) => Observations(ctx) },
  planStep,
);

async function planStep(ctx: Context, doc: ObservationDoc, now: Date): Promise<ToldStep> {
  if (doc.state !== 'open') return { step: nothingDue(doc), tellings: [] };
  const dueAt = releaseDue(doc);
  const { told, step } = climbDue({ ...doc, dueAt }, releaseLadder, { madeAt, now }, true);
  const book = await gridBook(ctx, doc.communityId);
  const work = { ...doc, responsibleFrom: 'worker' as const };
  const tellings = told
    .filter(({ name }) => !(name === 'check' && doc.check))
    .flatMap(({ name, tells }) =>
      accountsTold(book, work, tells, now).map((accountId) => ({
        about: { entity: 'observation', id: String(doc._id) },
        together: `ending:${String(doc.gridId)}:${dueAt.getTime()}`,
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
