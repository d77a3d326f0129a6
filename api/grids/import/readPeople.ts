import { peopleColumns } from '@shared/grids/columns';
import { placeInTitles } from '@shared/roster/placeInTitles';
import type { Book, SheetHead, SheetRow } from './book/book';
import { bookLimits } from './book/limits';
import { unreadable } from './book/unreadable';
import { findHeader, type Header } from './findHeader';
import { isHeaderAgain, isNote } from './notes';

/** A sheet of people before it is known which column is what. */
export interface ReadSheet {
  sheet: SheetHead;
  header: Header;
  rows: SheetRow[];
  notes: number;
  /** What its titles or its name say of all its doors. */
  place: { building: string; unit: string } | null;
  /** Sheets with the same one have the same columns, now and in the next file. */
  headerLine: string;
}
/** The rows of some sheets, together no more than a file may have. Problem: import.unreadable (tooManyRows). */
export async function readPeople(book: Book, sheets: readonly SheetHead[]): Promise<ReadSheet[]> {
  const read: ReadSheet[] = [];
  let rows = 0;
  for (const sheet of sheets) {
    const one = splitSheet(sheet, await book.read(sheet));
    rows += one.rows.length;
    if (rows > bookLimits.rows) throw unreadable('tooManyRows', { maximum: bookLimits.rows });
    read.push(one);
  }
  return read;
}

/** Titles, header and rows apart; of a whole sheet or of its beginning. */
export function splitSheet(sheet: SheetHead, all: SheetRow[]): ReadSheet {
  const header = findHeader(all, peopleColumns);
  const below = all.slice(header.at + 1).filter((row) => !isHeaderAgain(row, header.texts));
  const rows = below.filter((row) => !isNote(row));
  const titles = all.slice(0, Math.max(0, header.at)).flatMap(({ cells }) => cells);
  return {
    sheet,
    header,
    rows,
    notes: below.length - rows.length,
    place: placeInTitles([...titles, sheet.name]),
    headerLine: JSON.stringify(header.names),
  };
}
