import type { PeopleField } from '@shared/grids/peopleFields';
import type { SheetHead } from './book/book';
import type { Layout } from './mapLayouts';
import type { ReadSheet } from './readPeople';
import { byField, type Row } from './row';

export interface PeopleSheet {
  sheet: SheetHead;
  layout: number;
  rows: Row<PeopleField>[];
  columns: Layout['columns'];
  notes: number;
}

/** The rows by field. A sheet of one building says so above its header, and nowhere else. */
export function rowsOfPeople(read: readonly ReadSheet[], layouts: readonly Layout[]): PeopleSheet[] {
  return read.map(({ sheet, rows, notes, place, headerLine }) => {
    const layout = layouts.findIndex((one) => one.headerLine === headerLine);
    const { columns = [], takesPlace = false } = layouts[layout] ?? {};
    const fields = columns.map(({ field }) => field);
    const placed = takesPlace && place;
    return {
      sheet,
      layout,
      columns,
      notes,
      rows: rows
        .map(({ row, cells }) => ({ sheet: sheet.name, row, cells: byField(cells, fields) }))
        .filter(({ cells }) => Object.keys(cells).length > 0)
        .map((row) => (placed ? { ...row, cells: { ...placed, ...row.cells } } : row)),
    };
  });
}
