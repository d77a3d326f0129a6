import { missingFields, type PeopleField } from '@shared/grids/peopleFields';
import { invalid } from '../../platform/problem';
import { type ColumnChoice, columnOf, type MappedColumn, mapColumns } from './mapColumns';
import type { ReadSheet } from './readPeople';

/** What the columns under one header line are, on whatever sheets it stands. */
export interface Layout {
  headerLine: string;
  columns: MappedColumn[];
  /** Needed fields that no column has. */
  missing: PeopleField[];
  /** The building stands in no column; the titles of each sheet say it. */
  takesPlace: boolean;
}

export interface Wishes {
  /** Header or letter of a column, or `sheet!column`, → its field. */
  columns: ColumnChoice;
  /** What the office chose for this header line before. */
  recall(headerLine: string): Promise<(PeopleField | null)[] | null>;
}

/** The columns of each layout of a file. Problem: input.invalid (columns). */
export async function mapLayouts(sheets: readonly ReadSheet[], wishes: Wishes): Promise<Layout[]> {
  const byLine = new Map<string, ReadSheet[]>();
  for (const sheet of sheets) byLine.set(sheet.headerLine, [...(byLine.get(sheet.headerLine) ?? []), sheet]);
  const groups = [...byLine.values()];
  const choices = shareOut(groups, wishes.columns);
  return Promise.all(groups.map(async (group, i) => layoutOf(group, choices[i] ?? {}, wishes.recall)));
}

async function layoutOf(
  group: readonly ReadSheet[],
  choice: ColumnChoice,
  recall: Wishes['recall'],
): Promise<Layout> {
  const { header, headerLine } = group[0] as ReadSheet;
  const rows = group.flatMap((sheet) => sheet.rows);
  const isPlaced = group.every(({ place }) => place !== null);
  const columns = mapColumns(header, rows, await recall(headerLine), choice, isPlaced);
  const missing = missingFields(columns);
  const takesPlace = isPlaced && missing.includes('building');
  return {
    headerLine,
    columns,
    missing: takesPlace ? missing.filter((field) => field !== 'building') : missing,
    takesPlace,
  };
}

/** Each wish to the layouts that have its column; one that no layout has is refused. */
function shareOut(groups: readonly ReadSheet[][], wished: ColumnChoice): ColumnChoice[] {
  const choices = groups.map((): ColumnChoice => ({}));
  for (const [key, field] of Object.entries(wished)) {
    let isTaken = false;
    for (const [i, group] of groups.entries()) {
      const column = columnIn(group, key);
      if (column === null) continue;
      Object.assign(choices[i] as ColumnChoice, { [column]: field });
      isTaken = true;
    }
    if (!isTaken) throw invalid([{ path: `columns.${key}`, code: 'unknownField' }]);
  }
  return choices;
}

function columnIn(group: readonly ReadSheet[], key: string): string | null {
  const { header } = group[0] as ReadSheet;
  if (columnOf(header, key) >= 0) return key;
  const named = group.find(({ sheet }) => key.startsWith(`${sheet.name}!`));
  const column = named && key.slice(named.sheet.name.length + 1);
  return column && columnOf(header, column) >= 0 ? column : null;
}
