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
      // Its errands are being made; nobody joins any more.
      state: isOpen ? 'open' : state === 'cancelled' ? 'cancelled' : 'closed',
      doors: joined.length,
      shares: joined.reduce((sum, { shares }) => sum + shares, 0),
      mine: role === 'resident' ? (own?.shares ?? null) : null,
      actions: [
        ...(isOpen && role ? (['join'] as const) : []),
        ...(isOpen && answersFor(who, doc) ? (['cancel'] as const) : []),
        ...(answersFor(who, doc) ? (['readDoors'] as const) : []),
      ],
    };
  });
}

export const presentGroupBuy = async (ctx: Context, who: Who, doc: GroupBuyDoc): Promise<GroupBuyView> =>
  (await presentGroupBuys(ctx, who, [doc]))[0] as GroupBuyView;
