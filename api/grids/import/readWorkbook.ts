import { type GridField, gridColumns, matchColumns } from '@shared/grids/columns';
import type { PeopleField } from '@shared/grids/peopleFields';
import type { UploadedFile } from '../../platform/endpoint';
import type { Book, SheetRow } from './book/book';
import { readBook } from './book/readBook';
import { chooseSheets } from './chooseSheets';
import { findHeader } from './findHeader';
import { type Layout, mapLayouts, type Wishes } from './mapLayouts';
import { isNote } from './notes';
import { readPeople } from './readPeople';
import { byField, type Row } from './row';
import { type PeopleSheet, rowsOfPeople } from './rowsOfPeople';

export interface Workbook {
  layouts: Layout[];
  people: PeopleSheet[];
  grids: Row<GridField>[];
  sheets: { name: string; use: 'people' | 'grids' | null; layout: number | null; rows: number }[];
  /** Needed fields that no column of a layout has. */
  missing: { layout: number; field: PeopleField }[];
}

/** Reads the sheets of residents and of grids out of any workbook or text file. Problems: import.unreadable, input.invalid (sheets, columns). */
export async function readWorkbook(
  file: UploadedFile,
  wishes: Wishes & { sheets?: string[] | undefined },
): Promise<Workbook> {
  const book = await readBook(file.bytes);
  const chosen = chooseSheets(book, wishes.sheets);
  const read = await readPeople(book, chosen.people);
  const layouts = await mapLayouts(read, wishes);
  const people = rowsOfPeople(read, layouts);
  const grids = await readGrids(book, chosen.grids);
  const missing = layouts.flatMap(({ missing }, layout) => missing.map((field) => ({ layout, field })));
  const rowsOf = new Map([...people, ...grids].map(({ sheet, rows }) => [sheet, rows.length]));
  const layoutOf = new Map(people.map(({ sheet, layout }) => [sheet, layout]));
  return {
    layouts,
    people,
    grids: grids.flatMap(({ rows }) => rows),
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      use: chosen.people.includes(sheet) ? 'people' : chosen.grids.includes(sheet) ? 'grids' : null,
      layout: layoutOf.get(sheet) ?? null,
      rows: rowsOf.get(sheet) ?? 0,
    })),
    missing,
  };
}

async function readGrids(book: Book, sheets: Book['sheets']) {
  const read = [];
  for (const sheet of sheets) {
    read.push({ sheet, rows: gridRows(sheet.name, await book.read(sheet)) });
  }
  return read;
}

function gridRows(sheet: string, all: SheetRow[]): Row<GridField>[] {
  const { at, texts } = findHeader(all, gridColumns);
  const fields = matchColumns(texts, gridColumns);
  return all
    .slice(at + 1)
    .filter((row) => !isNote(row))
    .map(({ row, cells }) => ({ sheet, row, cells: byField(cells, fields) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
}
