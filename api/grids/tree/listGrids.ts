import type { listGrids as contract, GridView } from '@shared/grids/treeContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { problem } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { presentGrid } from './presentGrid';

/** The grid tree of the caller’s community with its people, in order of making. */
export async function listGrids(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<{ items: GridView[]; next: string | null }> {
  if (!who.membership) throw problem('notAllowed');
  const book = await gridBook(ctx, who.membership.communityId);
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const rest = after ? book.docs.filter(({ _id }) => String(_id) > after) : book.docs;
  const { rows, next } = pageOf(rest, limit, (doc) => [String(doc._id)]);
  return { items: rows.map((doc) => presentGrid(book, doc)), next };
}
