import type { ImportView } from '@shared/grids/contract';
import type { Types } from 'mongoose';
import { machineNow } from '../../platform/clock';
import type { ImportDoc } from '../model';
import type { PeopleSheet } from './readWorkbook';

type Shown = Pick<ImportDoc, 'counts' | 'rows' | 'columns' | 'sheets' | 'refused' | 'changes'>;

/** An import as it stands; one that has been silent for too long was cut. */
export function presentImport(doc: ImportDoc, examples?: PeopleSheet): ImportView {
  const isCut = doc.state === 'running' && doc.leaseUntil < machineNow();
  return {
    ...present(doc, examples),
    id: String(doc._id),
    state: isCut ? 'cut' : doc.state,
    dryRun: false,
  };
}

export const presentDryRun = (shown: Shown, people: PeopleSheet): ImportView => ({
  ...present(shown, people),
  id: null,
  state: 'done',
  dryRun: true,
  missing: people.missing,
});

function present({ counts, rows, columns, sheets, refused, changes }: Shown, people?: PeopleSheet) {
  const examples = new Map(people?.columns.map((column) => [column.column, column.examples]));
  return {
    ...counts,
    rows,
    changes: changes as ImportView['changes'],
    refused: refused as ImportView['refused'],
    columns: columns.map((column) => ({
      ...column,
      examples: examples.get(column.column) ?? [],
    })) as ImportView['columns'],
    missing: [],
    sheets: sheets as ImportView['sheets'],
  };
}

export const refusedPlace = (id: Types.ObjectId): string => `rosterImports/${String(id)}/refusedRows`;
