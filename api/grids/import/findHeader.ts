import { matchColumns } from '@shared/grids/columns';
import { halfWidth } from '@shared/halfWidth';
import type { SheetRow } from './book/book';
import { columnLetters } from './book/mergedCells';

export interface Header {
  /** Position among the rows; -1 when the rows begin without one. */
  at: number;
  /** One name a column, each of them once: a blank header is its letter, a repeated one is counted. */
  names: string[];
  /** The texts as they stand, to recognise a header that is printed again. */
  texts: string[];
}

/** Titles and notes stand above a header; it is looked for this far. */
const deepest = 15;
const fewestWords = 2;

/** The row whose texts are known header words, most of them; of equals in a header of two rows, the lower. */
export function findHeader<Field extends string>(
  rows: readonly SheetRow[],
  words: Record<Field, readonly string[]>,
): Header {
  const known = rows
    .slice(0, deepest)
    .map(({ cells }) => matchColumns(cells, words).filter((field) => field !== null).length);
  const most = Math.max(0, ...known);
  const at = most >= fewestWords ? lastOfRun(known, most) : unknownHeader(rows);
  const width = Math.max(0, ...rows.slice(0, deepest * 4).map(({ cells }) => cells.length));
  const texts = at >= 0 ? (rows[at]?.cells ?? []) : [];
  return { at, texts, names: uniqueNames(Array.from({ length: width }, (_, i) => texts[i] ?? '')) };
}

/** A row of words over a row with numbers in it is a header, even if nobody knows its words; people have numbers. */
function unknownHeader(rows: readonly SheetRow[]): number {
  const first = rows.slice(0, deepest).findIndex(({ cells }) => cells.filter(Boolean).length >= fewestWords);
  const has = (at: number) => rows[at]?.cells.some((cell) => /\d/.test(halfWidth(cell))) ?? false;
  return first >= 0 && !has(first) && has(first + 1) ? first : -1;
}

/** Only a row right below belongs to the same header. */
function lastOfRun(known: readonly number[], most: number): number {
  let at = known.indexOf(most);
  while (known[at + 1] === most) at += 1;
  return at;
}

function uniqueNames(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text, i) => {
    const name = text || columnLetters(i);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times > 1 ? `${name} (${times})` : name;
  });
}
