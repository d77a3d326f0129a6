import { formatScope } from '@shared/grids/scope';
import type { ImportView } from '@shared/grids/workbookContract';
import { maskName, surnameOf } from '@shared/mask';
import type { LoadedBook } from '../loadBook';
import type { GridDoc } from '../model';
import type { PlannedGrid } from './planGrids';

type GridRow = ImportView['gridRows'][number];

/** The grids of a sheet beside those that are there. Pure. */
export function previewGrids(book: LoadedBook, rows: readonly PlannedGrid[]): GridRow[] {
  const known = new Map(book.docs.map((doc) => [doc.code, doc]));
  const codeOf = new Map(book.docs.map(({ _id, code }) => [String(_id), code]));
  return rows.map((row): GridRow => {
    const { sheet, code, name, level, scope, person } = row;
    const doc = known.get(code);
    const isSame = doc && isSameGrid(doc, row, codeOf) && isSamePerson(book, doc, row);
    return {
      sheetName: sheet,
      row: row.row,
      code,
      name,
      level,
      range: formatScope(scope),
      person: person && maskName(surnameOf(person.name)),
      role: person?.role ?? null,
      state: !doc ? 'new' : isSame ? 'same' : 'changed',
    };
  });
}

const isSameGrid = (doc: GridDoc, row: PlannedGrid, codeOf: ReadonlyMap<string, string>): boolean =>
  doc.name === row.name &&
  doc.level === row.level &&
  (codeOf.get(String(doc.parentId)) ?? null) === row.parentCode &&
  formatScope(doc.scope) === formatScope(row.scope);

/** A person is known by the telephone; a row without one leaves whoever is there. */
function isSamePerson(book: LoadedBook, { _id }: GridDoc, { person }: PlannedGrid): boolean {
  if (!person) return true;
  const node = book.grids.get(String(_id));
  const seat = person.role === 'leader' ? node?.leader : node?.primary;
  return Boolean(seat && book.names.get(seat.accountId)?.phone === person.phone);
}
