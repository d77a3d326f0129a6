import type { WorklistItem } from '@shared/worklist/contract';
import type { Types } from 'mongoose';
import type { Who } from '../context';
import { type LoadedBook, presentResponsible, type WorkPlace } from '../grids';
import type { Place } from './order';
import type { Entry } from './source';

/** What somebody answers for, by a moment. */
interface Waiting extends WorkPlace {
  _id: Types.ObjectId;
  version: number;
  dueAt: Date;
  door: string;
}

/** What a kind says itself; and where it is otherwise than most. */
type Own = Pick<WorklistItem, 'kind' | 'title' | 'actions'> & Partial<WorklistItem>;

interface Reader {
  who: Who;
  book: LoadedBook;
  now: Date;
}

/** Something that waits as an entry of the list: whose it is, where, by when, and what its kind says of it. */
export function entryOf(
  { who, book, now }: Reader,
  doc: Waiting,
  { rank = 1, ...own }: Own & { rank?: Place['rank'] },
): Entry {
  const { account, name, phone } = presentResponsible(book, doc, now);
  const id = String(doc._id);
  return {
    place: { rank, dueAt: doc.dueAt, id },
    item: {
      ...{ id, version: doc.version, urgency: 'normal', dueAt: doc.dueAt.toISOString(), door: doc.door },
      ...{ mine: account === who.accountId, responsible: { name, phone } },
      ...own,
    },
  };
}
