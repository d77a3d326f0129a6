import { runsLowDays } from '@shared/requests/runsLow';
import { dayMs } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { visible } from '../platform/visible';
import { type ErrandDoc, Errands } from '../requests';
import { peopleAtHome } from '../schedules';
import { entryOf } from './entryOf';
import { compare } from './order';
import { gridsOf } from './owedSlots';
import { mostCounted, type Source } from './source';

/** So many are looked at together. */
const batch = 200;

/** What runs low at doors where nobody can be asked on a telephone: whoever answers there asks (domain, section 5). */
async function runningLow(ctx: Context, who: Who, book: LoadedBook): Promise<ErrandDoc[]> {
  const { communityId, role } = who.membership ?? {};
  if (!communityId || !(role === 'worker' || role === 'leader' || role === 'office')) return [];
  const found: ErrandDoc[] = [];
  // At most doors somebody has a telephone: as many are read as it takes to find those where nobody has.
  for (let after: ErrandDoc | undefined; found.length < mostCounted; ) {
    const docs = await low(ctx, who, book, after);
    found.push(...(await unasked(ctx, docs)));
    after = docs[batch - 1];
    if (!after) break;
  }
  return found.slice(0, mostCounted);
}

/** What runs low, the first first, behind one of them. */
async function low(
  ctx: Context,
  who: Who,
  book: LoadedBook,
  after: ErrandDoc | undefined,
): Promise<ErrandDoc[]> {
  const now = ctx.clock.now();
  const runsLowAt = after?.runsLowAt;
  return Errands(ctx)
    .find({
      $and: [
        visible(who, 'Request', 'act'),
        {
          communityId: new Types.ObjectId(who.membership?.communityId),
          gridPath: { $in: gridsOf(who, book).map((id) => new Types.ObjectId(id)) },
          // Named with its type, as the partial index is.
          runsLowAt: { $lte: now, $gt: new Date(now.getTime() - runsLowDays * dayMs), $type: 'date' },
          ...{ isOrderedAgain: { $ne: true }, state: 'closed' },
        },
        after ? { $or: [{ runsLowAt: { $gt: runsLowAt } }, { runsLowAt, _id: { $gt: after._id } }] } : {},
      ],
    } as never)
    .sort({ runsLowAt: 1, _id: 1 })
    .limit(batch)
    .lean();
}

/** Those of them that nobody at home can be asked about. */
async function unasked(ctx: Context, docs: ErrandDoc[]): Promise<ErrandDoc[]> {
  const [first] = docs;
  if (!first) return [];
  const home = await peopleAtHome(ctx, first.communityId, docs, 'order');
  return docs.filter((doc) => home.accountsOf(doc, ['person', 'contact']).length === 0);
}

export const waitingMedicine: Source = {
  async list(ctx, who, { book, place }) {
    const now = ctx.clock.now();
    const entries = (await runningLow(ctx, who, book)).map((doc) =>
      entryOf(
        { who, book, now },
        { ...doc, dueAt: doc.runsLowAt as Date },
        { kind: 'request', title: { code: `${doc.kind}.runningLow`, params: {} }, actions: ['order'] },
      ),
    );
    const rest = entries.filter((entry) => !place || compare(entry.place, place) > 0);
    return { entries: rest.sort((a, b) => compare(a.place, b.place)), isAll: true };
  },
  count: async (ctx, who, book) => ({ runningLow: (await runningLow(ctx, who, book)).length }),
};
