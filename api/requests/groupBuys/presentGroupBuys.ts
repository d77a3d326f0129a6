import type { GroupBuyView } from '@shared/requests/groupBuy';
import { openStaffNames } from '../../accounts';
import type { Context, Who } from '../../context';
import { gridBook } from '../../grids';
import { answersFor } from './findGroupBuy';
import type { GroupBuyDoc } from './model';

export async function presentGroupBuys(ctx: Context, who: Who, docs: GroupBuyDoc[]): Promise<GroupBuyView[]> {
  const [first] = docs;
  if (!first) return [];
  const [book, staff] = await Promise.all([
    gridBook(ctx, first.communityId),
    openStaffNames(
      ctx,
      docs.map(({ organiser }) => organiser.accountId),
    ),
  ]);
  const now = ctx.clock.now();
  const role = who.membership?.role;
  return docs.map((doc) => {
    const { gridId, joined, organiser, closesAt, state } = doc;
    const own = joined.find(({ householdId }) => String(householdId) === who.membership?.householdId);
    const isOpen = state === 'open' && now < closesAt;
    return {
      ...{ id: String(doc._id), version: doc.version, item: doc.item, unit: doc.unit },
      ...{ shareFen: doc.shareFen, mostShares: doc.mostShares, note: doc.note ?? null },
      grid: { id: String(gridId), name: book.grids.get(String(gridId))?.name ?? '' },
      organiser: staff.get(String(organiser.accountId))?.name ?? '',
      closesAt: closesAt.toISOString(),
      // Its errands are made by the next sweep; nobody joins any more.
      state: state === 'open' && !isOpen ? 'closed' : state,
      doors: joined.length,
      shares: joined.reduce((sum, { shares }) => sum + shares, 0),
      mine: role === 'resident' ? (own?.shares ?? null) : null,
      joined: answersFor(who, doc)
        ? joined.map(({ householdId, door, shares }) => ({ householdId: String(householdId), door, shares }))
        : [],
      actions: [
        ...(isOpen && role ? (['join'] as const) : []),
        ...(isOpen && answersFor(who, doc) ? (['cancel'] as const) : []),
      ],
    };
  });
}
