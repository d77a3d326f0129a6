import { minuteMs } from '@shared/time';
import type { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { visible } from '../platform/visible';
import { type ErrandDoc, Errands, type ReconciliationDoc, Reconciliations } from '../requests';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({ $and: [visible(who, 'Reconciliation', 'answer'), { open: true }] });

/** What somebody did for an errand without network while others went on with it: the leader finds out (domain, section 5). */
export const waitingReconciliations: Source = {
  async list(ctx, who, { book, place, limit }) {
    const docs = await Reconciliations(ctx)
      .find({ $and: [waiting(who), after(place, { ranks: { 1: {} }, id: '_id' })] })
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const now = ctx.clock.now();
    const { stateOf, nameOf, holderOf } = await othersIn(ctx, docs);
    const entries = docs.map((doc) =>
      entryOf(
        { who, book, now },
        { ...doc, responsibleFrom: 'leader' },
        {
          kind: 'reconciliation',
          title: {
            code: 'reconciliation.open',
            params: {
              steps: doc.steps.length,
              requestId: String(doc.requestId),
              kind: doc.kind,
              state: stateOf(doc),
              by: nameOf(doc.accountId),
              doneAt: doc.steps[0]?.at.toISOString() ?? null,
              other: holderOf(doc)?.equals(doc.accountId) ? null : nameOf(holderOf(doc)),
              minutes: Math.floor((now.getTime() - doc.openedAt.getTime()) / minuteMs),
            },
          },
          actions: ['close'],
        },
      ),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    reconciliations: await Reconciliations(ctx).countDocuments(waiting(who), { limit: mostCounted }),
  }),
};

/** Who did what, and who has the errand now. */
async function othersIn(ctx: Context, docs: ReconciliationDoc[]) {
  const [first] = docs;
  const errands = first
    ? await Errands(ctx)
        .find(
          { communityId: first.communityId, _id: { $in: docs.map(({ requestId }) => requestId) } },
          { state: 1, holder: 1 },
        )
        .lean<Pick<ErrandDoc, '_id' | 'state' | 'holder'>[]>()
    : [];
  const errandOf = new Map(errands.map((errand) => [String(errand._id), errand]));
  const holders = errands.flatMap(({ holder }) => holder?.accountId ?? []);
  const names = await openStaffNames(ctx, [...docs.map(({ accountId }) => accountId), ...holders]);
  const of = ({ requestId }: ReconciliationDoc) => errandOf.get(String(requestId));
  return {
    stateOf: (doc: ReconciliationDoc) => of(doc)?.state ?? null,
    holderOf: (doc: ReconciliationDoc) => of(doc)?.holder?.accountId,
    nameOf: (id: Types.ObjectId | undefined) => (id ? (names.get(String(id))?.name ?? null) : null),
  };
}
