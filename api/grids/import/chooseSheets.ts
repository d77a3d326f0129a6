import { gridColumns, matchColumns } from '@shared/grids/columns';
import { guessColumns } from '@shared/grids/guessColumns';
import { missingFields, type PeopleField } from '@shared/grids/peopleFields';
import { invalid } from '../../platform/problem';
import type { Book, SheetHead } from './book/book';
import { unreadable } from './book/unreadable';
import { findHeader } from './findHeader';
import { splitSheet } from './readPeople';

export interface ChosenSheets {
  people: SheetHead[];
  grids: SheetHead[];
}

const gridFields = ['code', 'level', 'range'] as const;
const telling: Partial<Record<PeopleField, number>> = {
  name: 3,
  documentNumber: 3,
  address: 3,
  room: 2,
  building: 2,
  phone: 1,
};
const enough = 5;

/** The sheets that look like people and those of grids, or those that were named. Problems: import.unreadable (noTable), input.invalid (sheets). */
export function chooseSheets({ sheets }: Book, named: readonly string[] | undefined): ChosenSheets {
  if (named) return chooseNamed(sheets, named);
  const grids = sheets.filter(isGrids);
  const looks = sheets.filter((sheet) => !grids.includes(sheet) && isTable(sheet)).map(lookAt);
  const [best] = [...looks].sort((a, b) => b.score - a.score || b.sheet.head.length - a.sheet.head.length);
  // Beside a sheet of grids another sheet has to look like people; alone, the office may say what its columns are.
  const people =
    best && (best.score >= enough || !grids.length) ? looks.filter((look) => isLike(look, best)) : [];
  if (!people.length && !grids.length) throw unreadable('noTable');
  return { people: people.map(({ sheet }) => sheet), grids };
}

function chooseNamed(sheets: readonly SheetHead[], named: readonly string[]): ChosenSheets {
  const chosen = sheets.filter(({ name }) => named.includes(name));
  if (named.some((name) => !chosen.some((sheet) => sheet.name === name)))
    throw invalid([{ path: 'sheets', code: 'choice' }]);
  const grids = chosen.filter(isGrids);
  return { grids, people: chosen.filter((sheet) => !grids.includes(sheet)) };
}

const isTable = ({ head }: SheetHead): boolean =>
  head.filter(({ cells }) => cells.filter(Boolean).length >= 2).length >= 2;

const isGrids = ({ head }: SheetHead): boolean => {
  const { texts } = findHeader(head, gridColumns);
  const fields = matchColumns(texts, gridColumns);
  return gridFields.every((field) => fields.includes(field));
};

interface Look {
  sheet: SheetHead;
  headerLine: string;
  fields: ReadonlySet<PeopleField>;
  /** Whether a person and a door can be read from it as it is. */
  isWhole: boolean;
  score: number;
}

function lookAt(sheet: SheetHead): Look {
  const { header, rows, place, headerLine } = splitSheet(sheet, sheet.head);
  const { texts, names } = header;
  const values = names.map((_, i) => rows.flatMap(({ cells }) => (cells[i] ? [cells[i]] : [])));
  const guessed = guessColumns(
    names.map((_, i) => texts[i] ?? ''),
    values,
    place !== null,
  );
  const missing = missingFields(guessed).filter((field) => field !== 'building' || !place);
  return {
    sheet,
    headerLine,
    fields: new Set(guessed.flatMap(({ field }) => field ?? [])),
    isWhole: missing.length === 0,
    score: guessed.reduce((sum, { field }) => sum + (field ? (telling[field] ?? 0.5) : 0), 0),
  };
}

/** A sheet like the best one: under the same header, or one that says as much of who a person is. */
function isLike(look: Look, best: Look): boolean {
  if (look === best || look.headerLine === best.headerLine) return true;
  const needsDocument = best.fields.has('documentNumber');
  return best.isWhole && look.isWhole && (!needsDocument || look.fields.has('documentNumber'));
}
