import {
  type GridField,
  gridColumns,
  matchColumns,
  type PeopleField,
  peopleColumns,
} from '@shared/grids/columns';
import readXlsx from 'read-excel-file/node';
import type { UploadedFile } from '../../platform/endpoint';
import { problem } from '../../platform/problem';

type Cell = string | number | boolean | Date | null;

/** A row by field, with the number the spreadsheet shows. */
export interface Row<Field extends string> {
  row: number;
  cells: Partial<Record<Field, string>>;
}

export interface Workbook {
  people: Row<PeopleField>[];
  grids: Row<GridField>[];
  columns: { header: string; field: string | null }[];
}

/** Reads the sheets of residents and of grids. Problem: import.unreadable. */
export async function readWorkbook(file: UploadedFile): Promise<Workbook> {
  const sheets = await readSheets(file.bytes);
  const people = findSheet(sheets, peopleColumns, ['building', 'room', 'name']);
  const grids = findSheet(sheets, gridColumns, ['code', 'level', 'range']);
  if (!people && !grids) throw problem('import.unreadable');
  return { people: people?.rows ?? [], grids: grids?.rows ?? [], columns: people?.columns ?? [] };
}

async function readSheets(bytes: Buffer): Promise<Cell[][][]> {
  try {
    const sheets = (await readXlsx(bytes)) as unknown as { data: Cell[][] }[];
    return sheets.map(({ data }) => data);
  } catch {
    throw problem('import.unreadable');
  }
}

function findSheet<Field extends string>(
  sheets: Cell[][][],
  words: Record<Field, readonly string[]>,
  needed: Field[],
) {
  for (const [header = [], ...rows] of sheets) {
    const headers = header.map(textOf);
    const fields = matchColumns(headers, words);
    if (!needed.every((field) => fields.includes(field))) continue;
    return {
      columns: headers.map((text, i) => ({ header: text, field: fields[i] ?? null })),
      rows: rows.map((cells, i) => ({ row: i + 2, cells: byField(cells, fields) })).filter(hasContent),
    };
  }
  return null;
}

function byField<Field extends string>(
  cells: Cell[],
  fields: (Field | null)[],
): Partial<Record<Field, string>> {
  const entries = fields.flatMap((field, i) => {
    const text = textOf(cells[i] ?? null);
    return field && text ? [[field, text] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}

const textOf = (cell: Cell): string => (cell === null ? '' : String(cell).trim());

const hasContent = ({ cells }: { cells: object }): boolean => Object.keys(cells).length > 0;
