import { type GuessedColumn, guessColumns } from '@shared/grids/guessColumns';
import type { ColumnSource, PeopleField } from '@shared/grids/peopleFields';
import type { SheetRow } from './book/book';
import { columnLetters } from './book/mergedCells';
import type { Header } from './findHeader';
import { maskExample } from './maskExample';

/** A column as the office sees it before it decides. */
export interface MappedColumn {
  column: string;
  header: string;
  field: PeopleField | null;
  from: ColumnSource | null;
  examples: string[];
}
/** Header (or letter) of a column → its field, null for none. */
export type ColumnChoice = Record<string, PeopleField | null>;

const sampled = 200;
const examplesShown = 3;

/** Guess, then what was remembered for this header line, then what the caller says. */
export function mapColumns(
  header: Header,
  rows: readonly SheetRow[],
  remembered: readonly (PeopleField | null)[] | null,
  choice: ColumnChoice,
  ofOneBuilding: boolean,
): MappedColumn[] {
  const values = header.names.map((_, i) =>
    rows.slice(0, sampled).flatMap(({ cells }) => (cells[i] ? [cells[i]] : [])),
  );
  let columns: GuessedColumn[] = guessColumns(
    header.texts.length ? header.names : header.names.map(() => ''),
    values,
    ofOneBuilding,
  );
  if (remembered) columns = columns.map((_, i) => ({ field: remembered[i] ?? null, from: 'remembered' }));
  for (const [key, field] of Object.entries(choice)) columns = assign(columns, columnOf(header, key), field);
  return columns.map(({ field, from }, i) => ({
    column: columnLetters(i),
    header: header.names[i] as string,
    field,
    from: field && from,
    examples: [...new Set((values[i] ?? []).map((text) => maskExample(field, text)))].slice(0, examplesShown),
  }));
}

/** The place of a column by its header or its letter; -1 when there is none. */
export function columnOf({ names }: Header, key: string): number {
  const byName = names.indexOf(key);
  return byName >= 0 ? byName : names.findIndex((_, at) => columnLetters(at) === key);
}

/** A field is in one column: it leaves the one that had it. */
const assign = (columns: GuessedColumn[], at: number, field: PeopleField | null): GuessedColumn[] =>
  columns.map((column, i) => {
    if (i === at) return { field, from: 'caller' };
    return field && column.field === field ? { field: null, from: null } : column;
  });
