import type { Offer } from '@shared/abilities';
import { upwards } from '@shared/grids/routing';
import { openableKindNames } from '@shared/requests/kinds';
import type { Types } from 'mongoose';
import type { MembershipDoc } from '../accounts';
import type { LoadedBook } from './loadBook';
import { topGrid } from './placeOf';

/** The grid in whose pool the errands of a door wait: the nearest one above it that is more than a building (domain, section 5). */
export const poolOf = (book: LoadedBook, gridId: Types.ObjectId): Types.ObjectId =>
  poolsOf(book).get(String(gridId)) ?? topGrid(book.docs)._id;

/** The pools of everything that lies in some grids. */
export function poolsIn(book: LoadedBook, gridIds: readonly Types.ObjectId[]): string[] {
  const wanted = new Set(gridIds.map(String));
  const isBelow = (id: string) => [...upwards(book, id)].some((grid) => wanted.has(grid.id));
  const pools = [...poolsOf(book)].flatMap(([id, pool]) => (isBelow(id) ? String(pool) : []));
  return [...new Set(pools)];
}

const found = new WeakMap<LoadedBook, Map<string, Types.ObjectId>>();

/** The pool of every grid, found once for a book: whoever names a carrier asks for those of everybody. */
function poolsOf(book: LoadedBook): Map<string, Types.ObjectId> {
  const known = found.get(book);
  if (known) return known;
  const byId = new Map(book.docs.map((doc) => [String(doc._id), doc]));
  const poolFor = (id: string) =>
    [...upwards(book, id)]
      .flatMap((grid) => byId.get(grid.id) ?? [])
      .find(({ level }) => level !== 'building');
  const top = topGrid(book.docs);
  const pools = new Map([...byId.keys()].map((id) => [id, (poolFor(id) ?? top)._id]));
  found.set(book, pools);
  return pools;
}

type Serving = Pick<MembershipDoc, '_id' | 'role' | 'gridIds'>;

/** The pools of the own grids, where staff of grids accept whatever waits. */
export const ownPools = (book: LoadedBook, { role, gridIds }: Serving): string[] =>
  role === 'worker' || role === 'leader' ? poolsIn(book, gridIds) : [];

/** What somebody is offered beside: opened kinds as a volunteer, its kinds as member of a team (domain, section 5). */
export function offersOf(book: LoadedBook, { _id, role, gridIds }: Serving): Offer[] {
  const { openedKinds = [] } = book.community;
  const teams = book.teams.filter(({ memberIds }) => memberIds.some((id) => id.equals(_id)));
  const offers: Offer[] = [
    ...(role === 'volunteer'
      ? [{ as: 'volunteer' as const, kinds: openedKinds, pools: poolsIn(book, gridIds) }]
      : []),
    ...teams.map((team) => ({
      as: 'teamMember' as const,
      kinds: team.kinds,
      pools: poolsIn(book, team.gridIds),
    })),
  ];
  // What is not for volunteers is not for them in a team either.
  return role === 'volunteer'
    ? offers.map((offer) => ({ ...offer, kinds: offer.kinds.filter(isOpenable) }))
    : offers;
}

const isOpenable = (kind: string): boolean => openableKindNames.some((name) => name === kind);
