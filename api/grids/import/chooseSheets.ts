import { gridColumns, matchColumns, type PeopleField, peopleColumns } from '@shared/grids/columns';
import { guessColumns } from '@shared/grids/guessColumns';
import { invalid } from '../../platform/problem';
import type { Book, SheetHead } from './book/book';
import { unreadable } from './book/unreadable';
import { findHeader } from './findHeader';

export interface ChosenSheets {
  people: SheetHead | null;
  grids: SheetHead | null;
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

/** The sheet that looks like people, or the one that was named, and the sheet of grids. Problems: import.unreadable (noTable), input.invalid (sheet). */
export function chooseSheets({ sheets }: Book, named: string | undefined): ChosenSheets {
  const grids = sheets.find(isGrids) ?? null;
  if (named !== undefined) {
    const people = sheets.find(({ name }) => name === named);
    if (!people) throw invalid([{ path: 'sheet', code: 'choice' }]);
    return { people, grids: grids === people ? null : grids };
  }
  const ranked = sheets
    .filter((sheet) => sheet !== grids && isTable(sheet))
    .map((sheet) => ({ sheet, score: peopleScore(sheet) }))
    .sort((a, b) => b.score - a.score || b.sheet.head.length - a.sheet.head.length);
  const best = ranked[0];
  // Beside a sheet of grids another sheet has to look like people; alone, the office may say what its columns are.
  const people = best && (best.score >= enough || !grids) ? best.sheet : null;
  if (!people && !grids) throw unreadable('noTable');
  return { people, grids };
}

const isTable = ({ head }: SheetHead): boolean =>
  head.filter(({ cells }) => cells.filter(Boolean).length >= 2).length >= 2;

const isGrids = ({ head }: SheetHead): boolean => {
  const { texts } = findHeader(head, gridColumns);
  const fields = matchColumns(texts, gridColumns);
  return gridFields.every((field) => fields.includes(field));
};

function peopleScore({ head }: SheetHead): number {
  const { at, texts, names } = findHeader(head, peopleColumns);
  const values = names.map((_, i) => head.slice(at + 1).flatMap(({ cells }) => (cells[i] ? [cells[i]] : [])));
  const guessed = guessColumns(
    names.map((_, i) => texts[i] ?? ''),
    values,
  );
  return guessed.reduce((sum, { field }) => sum + (field ? (telling[field] ?? 0.5) : 0), 0);
}
