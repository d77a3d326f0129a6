import type { SheetRow } from './book';

export interface Merge {
  column: number;
  fromRow: number;
  toRow: number;
}

const pattern = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/;

export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0 → A, 26 → AA. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A merge that goes down; one that only goes across says nothing about other rows. */
export function readMerge(ref: string | undefined): Merge | null {
  const [, from = '', first, , last] = pattern.exec(ref ?? '') ?? [];
  if (!first || !last || Number(last) <= Number(first)) return null;
  return { column: columnNumber(from), fromRow: Number(first), toRow: Number(last) };
}

/** A value stands for all rows of its merged cells. Works through the rows that are there, however far a merge reaches. */
export function fillMerged(rows: SheetRow[], merges: Merge[]): void {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of merges) {
    const others = byColumn.get(merge.column);
    if (others) others.push(merge);
    else byColumn.set(merge.column, [merge]);
  }
  for (const [column, of] of byColumn) fillColumn(rows, column, of);
}

function fillColumn(rows: SheetRow[], column: number, merges: Merge[]): void {
  const sorted = merges.sort((a, b) => a.fromRow - b.fromRow);
  let next = 0;
  let open: { toRow: number; text: string } | null = null;
  for (const { row, cells } of rows) {
    if (open && row > open.toRow) open = null;
    while (next < sorted.length && (sorted[next] as Merge).fromRow <= row) {
      const merge = sorted[next] as Merge;
      // The value is in the first row; a merge whose first row is empty fills nothing.
      open = merge.fromRow === row ? { toRow: merge.toRow, text: cells[column] ?? '' } : null;
      next += 1;
    }
    if (open?.text && !cells[column]) cells[column] = open.text;
  }
}
