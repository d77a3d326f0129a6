import type { Rights } from '@shared/abilities';
import { audience } from '@shared/live';
import { type ClientSession, Types } from 'mongoose';
import { Memberships } from './accounts';
import type {
  Context,
  GridPlace,
  Member,
  MembershipLabels,
  MembershipPlace,
  MovedDoors,
  OpenWork,
  Rekeyer,
  Who,
} from './context';
import { accountsTold, Grids, gridBook, offersOf, ownPools, subtreeOf } from './grids';
import { Messages, moveSubscriptions } from './notices';
import { rekeyObservations } from './observation';
import { moveRaised, openRequests, rekeyRequests } from './requests';
import { openReturns, rejoinDeclarer, rekeyReturns } from './returns';
import { Households, moveMandates } from './roster';

/** The door of a household and the names of grids, for the memberships of an account: accounts cannot ask higher rooms. */
export async function describeMemberships(
  ctx: Context,
  memberships: MembershipPlace[],
): Promise<Map<string, MembershipLabels>> {
  const householdIds = memberships.flatMap(({ householdId }) => householdId ?? []);
  const gridIds = memberships.flatMap((m) => m.gridIds);
  const [households, grids] = await Promise.all([
    householdIds.length
      ? Households(ctx)
          .find({ _id: { $in: householdIds } }, { door: 1 })
          .lean()
      : [],
    gridIds.length
      ? Grids(ctx)
          .find({ _id: { $in: gridIds } }, { name: 1 })
          .lean()
      : [],
  ]);
  const doorOf = new Map(households.map(({ _id, door }) => [String(_id), door]));
  const nameOf = new Map(grids.map(({ _id, name }) => [String(_id), name]));
  return new Map(
    memberships.map(({ id, householdId, gridIds: own }) => [
      id,
      {
        door: householdId ? (doorOf.get(householdId) ?? null) : null,
        grids: own.map((gridId) => ({ id: gridId, name: nameOf.get(gridId) ?? '' })),
      },
    ]),
  );
}

/** What a membership listens to: a resident the own household or declaration, staff the grids below theirs. */
export async function liveKeys(ctx: Context, who: Who): Promise<string[]> {
  const { membership } = who;
  const own = [audience.account(who.accountId)];
  if (!membership) return own;
  const { role, communityId, partyId, householdId, mandate } = membership;
  // An errand says nothing of the household’s health.
  if (mandate && !mandate.scopes.some((scope) => scope !== 'order')) return own;
  if (role === 'resident') {
    return [
      ...own,
      ...(partyId ? [audience.party(partyId)] : householdId ? [audience.household(householdId)] : []),
    ];
  }
  if (role === 'health') return [...own, audience.health(communityId)];
  if (role === 'counsellor') return [...own, audience.counsellor(communityId)];
  const pools = [...membership.pools, ...membership.offers.flatMap((offer) => offer.pools)];
  const waiting = [...new Set(pools)].map(audience.pool);
  if (role !== 'worker' && role !== 'leader' && role !== 'office') return [...own, ...waiting];
  const book = await gridBook(ctx, new Types.ObjectId(communityId));
  const grids =
    role === 'office' ? [...book.grids.keys()] : membership.grids.flatMap((id) => subtreeOf(book, id));
  // What other communities offer has no place in the grids yet.
  const office = role === 'office' ? [audience.office(communityId)] : [];
  return [...own, ...office, ...[...new Set(grids)].map(audience.grid), ...waiting];
}

/** What somebody may accept that waits: staff of grids in the pools of their estates, and what is offered beside. */
export async function reachOf(ctx: Context, member: Member): Promise<Pick<Rights, 'pools' | 'offers'>> {
  const book = await gridBook(ctx, member.communityId);
  return { pools: ownPools(book, member), offers: offersOf(book, member) };
}

/** What opens something comes before what it opens: a confirmation under way is either seen here or tries again. */
const rekeyers: readonly Rekeyer[] = [rekeyReturns, rekeyObservations, rekeyRequests];

/** Doors changed hands: every room puts its open work under their place. */
export async function rekeyWork(ctx: Context, doors: MovedDoors): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const room of rekeyers) Object.assign(counts, await room(ctx, doors));
  return counts;
}

/** What somebody still has to do, of every room that has such things. */
export async function openWork(ctx: Context, communityId: Types.ObjectId): Promise<OpenWork[]> {
  return (await Promise.all([openReturns(ctx, communityId), openRequests(ctx, communityId)])).flat();
}

/** One account became another: messages, declarations, mandates and what was raised by the first go on under the second. */
export async function accountJoined(
  ctx: Context,
  from: string,
  to: string,
  session: ClientSession,
): Promise<void> {
  const moved = await Memberships(ctx).find({ accountId: to, role: 'resident' }).session(session).lean();
  await rejoinDeclarer(ctx, { from, to, moved }, session);
  const [was, is] = [new Types.ObjectId(from), new Types.ObjectId(to)];
  await moveSubscriptions(ctx, { from: was, to: is }, session);
  await moveMandates(ctx, { from: was, to: is, moved }, session);
  const communityIds = [...new Map(moved.map((one) => [String(one.communityId), one.communityId])).values()];
  await moveRaised(ctx, { from: was, to: is, communityIds }, session);
  await Messages(ctx).updateMany(
    { accountId: was },
    { $set: { accountId: is, audience: [audience.account(to)] } },
    { session },
  );
}

/** A grid and all below it; without one, the grids of the membership. Null where grids do not narrow what is seen. */
export async function gridsBelow(
  ctx: Context,
  { membership }: Who,
  gridId?: string,
): Promise<Types.ObjectId[] | null> {
  const isOfGrids = membership && ['worker', 'leader', 'buildingHead'].includes(membership.role);
  const tops = gridId ? [gridId] : isOfGrids ? membership.grids : null;
  if (!membership || !tops) return null;
  const book = await gridBook(ctx, membership.communityId);
  return [...new Set(tops.flatMap((id) => subtreeOf(book, id)))].map((id) => new Types.ObjectId(id));
}

/** The accounts of whoever answers for work at a place now. */
export async function responsibleAccounts(
  ctx: Context,
  communityId: Types.ObjectId,
  place: GridPlace,
): Promise<Types.ObjectId[]> {
  const book = await gridBook(ctx, communityId);
  return accountsTold(book, { ...place, responsibleFrom: 'worker' }, ['responsible'], ctx.clock.now());
}
