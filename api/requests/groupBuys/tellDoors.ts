import type { NoticeCode, NoticeSide } from '@shared/notices/codes';
import type { ClientSession, Types } from 'mongoose';
import { isActive, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { accountsTold, gridBook } from '../../grids';
import { tell } from '../../notices';
import { peopleAtHome } from '../../schedules';
import { homesOf } from './homesOf';
import type { GroupBuyDoc, Joined } from './model';

/** What is told at home, and what to whoever answers for a door: in any case, or where nobody at home can be told. */
const words = {
  cancelled: { household: 'groupBuy.cancelled', staff: 'groupBuy.tellCancelled', isForStaff: false },
  notOrdered: { household: 'groupBuy.notOrdered', staff: 'groupBuy.orderFor', isForStaff: true },
} as const satisfies Record<string, Record<NoticeSide, NoticeCode> & { isForStaff: boolean }>;

/** Tells doors that joined what became of it, each once. */
export async function tellDoors(
  ctx: Context,
  doc: GroupBuyDoc,
  joined: Joined[],
  what: keyof typeof words,
  session?: ClientSession,
): Promise<void> {
  if (!joined.length) return;
  const { communityId, gridId } = doc;
  const id = String(doc._id);
  const now = ctx.clock.now();
  const [book, homes, stillThere] = await Promise.all([
    gridBook(ctx, communityId),
    homesOf(ctx, doc, joined),
    whoStillOrders(ctx, joined),
  ]);
  const doors = [...homes.values()].map(({ _id }) => ({ householdId: _id }));
  const atHome = await peopleAtHome(ctx, communityId, doors, 'order');
  const telling =
    ({ householdId, door }: Joined, side: NoticeSide) =>
    (accountId: Types.ObjectId) => ({
      about: { entity: 'groupBuy', id },
      ...{ occasion: `${what}:${String(householdId)}:${side}`, accountId, communityId, side },
      ...{ code: words[what][side], params: { door }, madeAt: now },
    });
  const tellings = joined.flatMap((one) => {
    const home = homes.get(String(one.householdId));
    const household = [
      ...(home ? atHome.accountsOf({ householdId: home._id }, ['person', 'contact']) : []),
      ...stillThere.filter((id) => id.equals(one.by.accountId)),
    ];
    // Of a door that is known no more whoever answers for the area.
    const place = {
      gridId: home?.gridId ?? gridId,
      patchId: home?.patchId,
      responsibleFrom: 'worker' as const,
    };
    const isForStaff = words[what].isForStaff || !household.length;
    const staff = isForStaff ? accountsTold(book, place, ['responsible'], now) : [];
    return [...household.map(telling(one, 'household')), ...staff.map(telling(one, 'staff'))];
  });
  await tell(ctx, tellings, session);
}

/** Who of these joined for the own household, or by its mandate, and may do so still. */
async function whoStillOrders(ctx: Context, joined: Joined[]): Promise<Types.ObjectId[]> {
  const ids = joined.flatMap(({ by }) => (by.role === 'resident' && by.membershipId ? by.membershipId : []));
  const memberships = ids.length
    ? await Memberships(ctx)
        .find({ _id: { $in: ids } })
        .lean()
    : [];
  return memberships.filter((one) => isActive(one, ctx.clock.now())).map(({ accountId }) => accountId);
}
