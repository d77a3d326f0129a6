import type { WorklistItem } from '@shared/worklist/contract';
import type { Context, Who } from '../context';
import { type LoadedBook, presentResponsible } from '../grids';
import { visible } from '../platform/visible';
import { type ErrandDoc, Errands, errandActionsOf, heldBy } from '../requests';
import { after } from './order';
import { mostCounted, type Source } from './source';

/** What nobody has accepted at the doors the caller answers for. */
const unheld = (who: Who) => ({
  $and: [
    visible(who, 'Request', 'act'),
    { open: true, life: 'errand', 'holder.accountId': null, state: { $in: ['assigned', 'purchased'] } },
  ],
});
/** Who carries errands or answers for them. */
const roles: readonly (string | undefined)[] = ['worker', 'leader', 'office'];
const isOfErrands = ({ membership }: Who) => roles.includes(membership?.role);

const sourceOf = (counted: 'errands' | 'unaccepted', of: (who: Who) => object): Source => ({
  async list(ctx, who, { book, place, limit }) {
    if (!isOfErrands(who)) return { entries: [], isAll: true };
    const docs = await Errands(ctx)
      .find({ $and: [of(who), after(place, { ranks: { 1: {} }, id: '_id' })] } as never)
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const entries = docs.map((doc) => ({
      place: { rank: 1 as const, dueAt: doc.dueAt, id: String(doc._id) },
      item: present(ctx, who, book, doc),
    }));
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    [counted]: isOfErrands(who)
      ? await Errands(ctx).countDocuments(of(who) as never, { limit: mostCounted })
      : 0,
  }),
});

export const heldErrands = sourceOf('errands', heldBy);
export const unheldErrands = sourceOf('unaccepted', unheld);

function present(ctx: Context, who: Who, book: LoadedBook, doc: ErrandDoc): WorklistItem {
  const now = ctx.clock.now();
  const responsible = presentResponsible(book, doc, now);
  return {
    kind: 'request',
    id: String(doc._id),
    version: doc.version,
    urgency: 'normal',
    dueAt: doc.dueAt.toISOString(),
    door: doc.door,
    title: {
      code: `${doc.kind}.${doc.state}`,
      params: {
        size: doc.size,
        urgent: doc.urgent,
        isHeld: doc.holder !== null,
        leaseUntil: doc.leaseUntil?.toISOString() ?? null,
      },
    },
    mine: doc.holder ? true : responsible.account === who.accountId,
    responsible: { name: responsible.name, phone: responsible.phone },
    actions: errandActionsOf(who, doc, book, now),
  };
}
