import { Readable } from 'node:stream';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { type Options, parse } from 'csv-parse';
import { Problem } from '../../../platform/problem';
import { type Book, cellText, headRows, type SheetRow } from './book';
import { bookLimits } from './limits';
import { unreadable } from './unreadable';

const pieceCharacters = 64_000;
const longestLine = 100_000;
/** No spreadsheet shows more. */
const spreadsheetRows = 1_048_576;
const delimiters = [',', ';', '\t'] as const;

/** Reads text with commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030 (GBK is part of it). Problem: import.unreadable. */
export async function readCsv(bytes: Buffer): Promise<Book> {
  const rows = await rowsOf(decode(bytes));
  const sheet = { name: '', head: rows.slice(0, headRows) };
  return { sheets: [sheet], read: async () => rows };
}

function decode(bytes: Buffer): string {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    // No text has this; a program or a picture has many. A page that calls itself .xls begins with <.
    if (text !== null && !text.includes('\0') && !/^\s*</.test(text)) return text;
  }
  throw unreadable('notAWorkbook');
}

function decodeAs(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Streamed, so that a file of a million blank lines neither fills the memory nor keeps everybody else waiting. */
async function rowsOf(text: string): Promise<SheetRow[]> {
  refuseLongLines(text);
  const rows: SheetRow[] = [];
  try {
    for await (const { record, info } of recordsOf(text)) {
      const row = info.records + info.empty_lines;
      if (rows.length >= bookLimits.rows || row > spreadsheetRows)
        throw unreadable('tooManyRows', { maximum: bookLimits.rows });
      rows.push({ row, cells: record });
    }
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('broken');
  }
  return rows;
}

const recordsOf = (text: string): AsyncIterable<Parsed> =>
  Readable.from(piecesOf(text)).pipe(parse(optionsFor(text)));

interface Parsed {
  record: string[];
  info: { records: number; empty_lines: number };
}

// With `info` a record comes with its place; the types of the library know it without only.
const optionsFor = (text: string): Options => ({
  delimiter: delimiterOf(text),
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  on_record: (read: unknown): never | null => {
    const { record, info } = read as Parsed;
    const cells = record
      .slice(0, bookLimits.columns)
      .map((cell) => cellText(cell, bookLimits.cellCharacters));
    return cells.some(Boolean) || info.records > spreadsheetRows ? ({ record: cells, info } as never) : null;
  },
});

/** One line is one turn of work: no roster has one of this length. */
function refuseLongLines(text: string): void {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to - from > longestLine) throw unreadable('broken');
    from = to + 1;
  }
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += pieceCharacters) {
    await othersFirst();
    yield text.slice(i, i + pieceCharacters);
  }
}

/** The sign that is there most often, counted in the first lines outside of quotes. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((sign) => start.split(sign).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
