import { Types } from 'mongoose';
import { decodeCursor, encodeCursor } from '../platform/paging';

/** Where something stands in the list, whatever it is: fevers first, then by due time; ids keep it stable. */
export interface Place {
  rank: 0 | 1;
  dueAt: Date;
  id: string;
}

export const readPlace = (cursor: string | undefined): Place | null => {
  const [rank, due, id] = decodeCursor(cursor, ['rank', 'moment', 'id']) ?? [];
  return due && id ? { rank: rank === '0' ? 0 : 1, dueAt: new Date(due), id } : null;
};

export const writePlace = ({ rank, dueAt, id }: Place): string =>
  encodeCursor([String(rank), dueAt.toISOString(), id]);

/** As the database sorts them: below zero when `a` comes first. */
export const compare = (a: Place, b: Place): number =>
  a.rank - b.rank || a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

interface Sorted {
  /** What makes each rank in this collection; a rank that is left out does not occur. */
  ranks: Partial<Record<0 | 1, object>>;
  /** The field whose id settles a tie. */
  id: string;
  /** By when it is owed: `dueAt` unless told. */
  due?: string;
}

/** The filter of what comes after a place, in a collection sorted by rank, by when it is owed and an id. */
export function after(place: Place | null, { ranks, id, due = 'dueAt' }: Sorted): object {
  if (!place) return {};
  const { rank, dueAt } = place;
  const here = ranks[rank];
  return {
    $or: [
      ...(rank === 0 && ranks[1] ? [ranks[1]] : []),
      ...(here
        ? [
            { ...here, [due]: { $gt: dueAt } },
            { ...here, [due]: dueAt, [id]: { $gt: new Types.ObjectId(place.id) } },
          ]
        : []),
    ],
  };
}
