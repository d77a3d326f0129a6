import type { WorklistItem } from '@shared/worklist/contract';
import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import type { Place } from './order';

export interface Entry {
  place: Place;
  item: WorklistItem;
}

/** One kind of thing that waits for somebody. */
export interface Source {
  /** What stands after a place, in the order of the list; `isAll` when nothing of it comes later. */
  list(
    ctx: Context,
    who: Who,
    reading: { book: LoadedBook; place: Place | null; limit: number },
  ): Promise<{ entries: Entry[]; isAll: boolean }>;
  count(ctx: Context, who: Who, book: LoadedBook): Promise<Record<string, number>>;
}

/** Beyond it a list is “many”: counting on would look at everything of a bad day. */
export const mostCounted = 200;
