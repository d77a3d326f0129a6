import { upwards } from '@shared/grids/routing';
import type { Types } from 'mongoose';
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
