import type { Offer } from '@shared/abilities';
import { upwards } from '@shared/grids/routing';
import { openableKindNames } from '@shared/requests/kinds';
import type { Types } from 'mongoose';
import type { MembershipDoc } from '../accounts';
import type { LoadedBook } from './loadBook';
import { topGrid } from './placeOf';
import { subtreeOf } from './responsible';

/** The grid in whose pool the errands of a door wait: the nearest one above it that is more than a building (domain, section 5). */
export function poolOf(book: LoadedBook, gridId: Types.ObjectId): Types.ObjectId {
  const levels = new Map(book.docs.map(({ _id, level }) => [String(_id), level]));
  const pool = [...upwards(book, String(gridId))].find(({ id }) => levels.get(id) !== 'building');
  return book.docs.find(({ _id }) => String(_id) === pool?.id)?._id ?? topGrid(book.docs)._id;
}

/** The pools of everything that lies in some grids. */
export function poolsIn(book: LoadedBook, gridIds: readonly Types.ObjectId[]): string[] {
  const below = book.docs.filter(({ _id }) =>
    gridIds.some((id) => subtreeOf(book, String(id)).includes(String(_id))),
  );
  return [...new Set(below.map(({ _id }) => String(poolOf(book, _id))))];
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
