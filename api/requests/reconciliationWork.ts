import { climb, type Rung } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { reconciliationLadder } from '@shared/requests/reconciliation';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { accountsTold, gridBook } from '../grids';
import { tell } from '../notices';
import { climbedTo } from '../platform/climbDue';
import type { DueWork } from '../platform/sweep';
import { type ReconciliationDoc, Reconciliations } from './reconciliationModel';

type Climbing = Pick<ReconciliationDoc, 'openedAt' | 'step'>;

/** The rungs that have come, and where its ladder stands then. */
export const climbReconciliation = ({ openedAt, step }: Climbing, now: Date) =>
  climb(reconciliationLadder, { dueAt: openedAt, madeAt: openedAt, step, now });

/** What nobody has found out about climbs: the leader again, then the office. */
export const reconciliationWork: DueWork<ReconciliationDoc> = {
  name: 'reconciliations',
  documents: (ctx) => Reconciliations(ctx),
  async plan(ctx, due, now) {
    const climbed = due.map((doc) => ({ doc, ...climbReconciliation(doc, now) }));
    for (const { doc, told } of climbed) await tellReconciliation(ctx, doc, told, now);
    return climbed.map(({ doc, ...to }) => climbedTo(doc, to));
  },
};

/** The first time it is news. */
const codeOf = ({ name }: Rung): NoticeCode =>
  name === 'leader' ? 'errand.reconcile' : 'errand.reconcileLate';

/** Tells whoever a rung names, each once; it leads to what was done. */
export async function tellReconciliation(
  ctx: Context,
  doc: ReconciliationDoc,
  rungs: readonly Rung[],
  now: Date,
  session?: ClientSession,
): Promise<void> {
  const { _id, communityId, door } = doc;
  const book = await gridBook(ctx, communityId);
  const tellings = rungs.flatMap((rung) =>
    accountsTold(book, { ...doc, responsibleFrom: 'leader' }, rung.tells, now).map((accountId) => ({
      ...{ about: { entity: 'reconciliation', id: String(_id) }, occasion: `rung:${rung.name}` },
      ...{
        accountId,
        communityId,
        side: 'staff' as const,
        code: codeOf(rung),
        params: { door },
        madeAt: now,
      },
    })),
  );
  await tell(ctx, tellings, session);
}
