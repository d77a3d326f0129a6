import type { listGrids as contract, GridView } from '@shared/grids/contract';
import type { Seat } from '@shared/grids/routing';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { problem } from '../platform/problem';
import { gridBook, type LoadedBook } from './gridBook';
import type { GridDoc } from './model';

/** The grid tree of the caller’s community with its people, in order of making. */
export async function listGrids(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const book = await gridBook(ctx, who.membership.communityId);
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const rest = after ? book.docs.filter(({ _id }) => String(_id) > after) : book.docs;
  const { rows, next } = pageOf(rest, limit, (doc) => [String(doc._id)]);
  return { items: rows.map((doc) => presentGrid(book, doc)), next };
}

function presentGrid(book: LoadedBook, doc: GridDoc): GridView {
  const node = book.grids.get(String(doc._id));
  const post = (seat: Seat | null | undefined) =>
    seat ? { ...seat, name: book.names.get(seat.accountId)?.name ?? '' } : null;
  return {
    id: String(doc._id),
    code: doc.code,
    name: doc.name,
    level: doc.level,
    parentId: doc.parentId ? String(doc.parentId) : null,
    leader: post(node?.leader),
    primary: post(node?.primary),
    deputies: (node?.deputies ?? []).flatMap((seat) => post(seat) ?? []),
    patches: (node?.patches ?? []).map(({ id, name, worker }) => ({ id, name, worker: post(worker) })),
  };
}
