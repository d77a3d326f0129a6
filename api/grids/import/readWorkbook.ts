import {
  type GridField,
  gridColumns,
  matchColumns,
  type PeopleField,
  peopleColumns,
} from '@shared/grids/columns';
import { missingFields } from '@shared/grids/guessColumns';
import { placeInTitles } from '@shared/roster/placeInTitles';
import type { UploadedFile } from '../../platform/endpoint';
import type { Book, SheetHead, SheetRow } from './book/book';
import { readBook } from './book/readBook';
import { chooseSheets } from './chooseSheets';
import { findHeader } from './findHeader';
import { type ColumnChoice, type MappedColumn, mapColumns } from './mapColumns';
import { isHeaderAgain, isNote } from './notes';
import { byField, type Row } from './row';

export interface PeopleSheet {
  rows: Row<PeopleField>[];
  columns: MappedColumn[];
  /** Needed fields that no column has. */
  missing: PeopleField[];
  notes: number;
  /** What the choice of columns is remembered by. */
  headerLine: string;
}
export interface Workbook {
  people: PeopleSheet;
  grids: Row<GridField>[];
  sheets: { name: string; use: 'people' | 'grids' | null }[];
}

export interface Wishes {
  /** Name of the sheet of people; absent: the one that looks like it. */
  sheet?: string | undefined;
  columns: ColumnChoice;
  /** What the office chose for this header line before. */
  recall(headerLine: string): Promise<(PeopleField | null)[] | null>;
}

const noPeople: PeopleSheet = { rows: [], columns: [], missing: [], notes: 0, headerLine: '' };

/** Reads the sheets of residents and of grids out of any workbook or text file. Problems: import.unreadable, input.invalid (sheet, columns). */
export async function readWorkbook(file: UploadedFile, wishes: Wishes): Promise<Workbook> {
  const book = await readBook(file.bytes);
  const { people, grids } = chooseSheets(book, wishes.sheet);
  return {
    people: people ? await readPeople(book, people, wishes) : noPeople,
    grids: grids ? readGrids(await book.read(grids)) : [],
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      use: sheet === people ? 'people' : sheet === grids ? 'grids' : null,
    })),
  };
}

async function readPeople(
  book: Book,
  sheet: SheetHead,
  { columns: choice, recall }: Wishes,
): Promise<PeopleSheet> {
  const all = await book.read(sheet);
  const header = findHeader(all, peopleColumns);
  const below = all.slice(header.at + 1).filter((row) => !isHeaderAgain(row, header.texts));
  const rows = below.filter((row) => !isNote(row));
  const headerLine = JSON.stringify(header.names);
  const columns = mapColumns(header, rows, await recall(headerLine), choice);
  const missing = missingFields(columns);
  const titles = all.slice(0, Math.max(0, header.at)).flatMap(({ cells }) => cells);
  const place = missing.includes('building') ? placeInTitles([...titles, sheet.name]) : null;
  const read = toFields(
    rows,
    columns.map(({ field }) => field),
  );
  return {
    // A sheet of one building says so above its header, and nowhere else.
    rows: place ? read.map(({ row, cells }) => ({ row, cells: { ...place, ...cells } })) : read,
    columns,
    missing: place ? missing.filter((field) => field !== 'building') : missing,
    notes: below.length - rows.length,
    headerLine,
  };
}

function readGrids(all: SheetRow[]): Row<GridField>[] {
  const { at, texts } = findHeader(all, gridColumns);
  const rows = all.slice(at + 1).filter((row) => !isNote(row));
  return toFields(rows, matchColumns(texts, gridColumns));
}

const toFields = <Field extends string>(rows: SheetRow[], fields: readonly (Field | null)[]): Row<Field>[] =>
  rows
    .map(({ row, cells }) => ({ row, cells: byField(cells, fields) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
