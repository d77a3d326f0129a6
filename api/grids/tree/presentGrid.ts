import type { Seat } from '@shared/grids/routing';
import type { GridView } from '@shared/grids/treeContract';
import type { LoadedBook } from '../loadBook';
import type { GridDoc } from '../model';

/** A grid with the names of its people. */
export function presentGrid(book: LoadedBook, doc: GridDoc): GridView {
  const node = book.grids.get(String(doc._id));
  const post = (seat: Seat | null | undefined) =>
    seat ? { ...seat, name: book.names.get(seat.accountId)?.name ?? '' } : null;
  const patches = new Map(node?.patches.map((patch) => [patch.id, patch]));
  return {
    id: String(doc._id),
    code: doc.code,
    name: doc.name,
    level: doc.level,
    parentId: doc.parentId ? String(doc.parentId) : null,
    isLeaf: node?.isLeaf ?? false,
    scope: [...doc.scope],
    leader: post(node?.leader),
    primary: post(node?.primary),
    deputies: (node?.deputies ?? []).flatMap((seat) => post(seat) ?? []),
    patches: doc.patches.map(({ _id, name, scope }) => ({
      id: String(_id),
      name,
      scope: [...scope],
      worker: post(patches.get(String(_id))?.worker),
    })),
    version: doc.version ?? 1,
  };
}
