import { cellText, roundedMark, type SheetRow } from './book';
import { dayOfSerial } from './dateStyles';
import { bookLimits } from './limits';
import { columnNumber, type Merge, readMerge } from './mergedCells';
import { readXml, type XmlReader } from './readXml';
import { unescapeText } from './sharedTexts';
import { unreadable } from './unreadable';

export interface SheetTexts {
  shared: string[];
  dateStyles: Set<number>;
}
export interface ReadSheet {
  rows: SheetRow[];
  merges: Merge[];
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/**
 * Reads a sheet as it streams by; only rows with something in them are kept. Formulas give the value that was
 * calculated last. Stops after `enough` rows. Problems: import.unreadable (broken, tooManyRows).
 */
export async function readSheetXml(
  pieces: AsyncIterable<string>,
  texts: SheetTexts,
  enough = Number.POSITIVE_INFINITY,
): Promise<ReadSheet> {
  const read: ReadSheet = { rows: [], merges: [] };
  await readXml(pieces, sheetReader(read, texts, enough));
  return read;
}

function sheetReader(read: ReadSheet, texts: SheetTexts, enough: number): XmlReader {
  let row: SheetRow = { row: 0, cells: [] };
  let cell: OpenCell | null = null;
  let isValue = false;
  return {
    open(name, attributes) {
      if (name === 'row') row = { row: Number(attributes.r ?? row.row + 1), cells: [] };
      else if (name === 'c') cell = openCell(attributes, row);
      else if (name === 'mergeCell') keepMerge(read, attributes.ref);
      isValue = cell !== null && (name === 'v' || name === 't');
    },
    text(piece) {
      if (isValue && cell && cell.text.length < bookLimits.cellCharacters) cell.text += piece;
    },
    close(name) {
      isValue = false;
      if (name === 'c' && cell) {
        keepCell(row, cell, textOf(cell, texts));
        cell = null;
      } else if (name === 'row') keepRow(read, row);
    },
    isDone: () => read.rows.length >= enough,
  };
}

function openCell({ r = '', t = 'n', s = '0' }: Record<string, string>, row: SheetRow): OpenCell {
  const letters = /^[A-Z]{1,3}/.exec(r)?.[0];
  return { column: letters ? columnNumber(letters) : row.cells.length, type: t, style: Number(s), text: '' };
}

function textOf({ type, style, text }: OpenCell, { shared, dateStyles }: SheetTexts): string {
  if (!text || type === 'e') return '';
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? '是' : '否';
  if (type === 'n') return numberText(text, dateStyles.has(style));
  return unescapeText(text);
}

/** A number without its form: 501.0 is 501; beyond 15 digits it is no longer what was typed. */
export function numberText(raw: string, isDate: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (isDate && value > 0 && value < 2_958_466) return dayOfSerial(value);
  if (Math.abs(value) >= 1e15) return roundedMark + String(value);
  return String(value);
}

function keepCell(row: SheetRow, { column }: OpenCell, raw: string): void {
  if (column >= bookLimits.columns) return;
  const text = cellText(raw, bookLimits.cellCharacters);
  if (!text) return;
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = text;
}

function keepRow(read: ReadSheet, row: SheetRow): void {
  if (!row.cells.length) return;
  if (read.rows.length >= bookLimits.rows) throw unreadable('tooManyRows', { maximum: bookLimits.rows });
  read.rows.push(row);
}

function keepMerge(read: ReadSheet, ref: string | undefined): void {
  const merge = readMerge(ref);
  if (merge && merge.column < bookLimits.columns && read.merges.length < bookLimits.merges)
    read.merges.push(merge);
}
