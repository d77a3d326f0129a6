import type { ImportLine, ImportView } from '@shared/grids/workbookContract';
import type { Types } from 'mongoose';
import { machineNow } from '../../platform/clock';
import type { ImportDoc } from '../model';
import type { Layout } from './mapLayouts';

export type Shown = Pick<ImportDoc, 'counts' | 'rows' | 'columns' | 'sheets' | 'refused' | 'changes'>;

/** An import that has been silent for too long was cut. */
const stateOf = ({ state, leaseUntil }: Pick<ImportDoc, 'state' | 'leaseUntil'>): ImportDoc['state'] =>
  state === 'running' && leaseUntil < machineNow() ? 'cut' : state;

/** An import as it stands. */
export const presentImport = (doc: ImportDoc, layouts?: readonly Layout[]): ImportView => ({
  ...presentShown(doc, layouts),
  id: String(doc._id),
  state: stateOf(doc),
  dryRun: false,
});

/** One of a list of imports. */
export function presentLine(doc: Omit<ImportDoc, 'refused'> & { refused: readonly unknown[] }): ImportLine {
  const { people, created, updated, same, kept } = doc.counts;
  return {
    id: String(doc._id),
    state: stateOf(doc),
    madeAt: doc.madeAt.toISOString(),
    rows: doc.rows,
    people,
    created,
    updated,
    same,
    kept,
    refused: doc.refused.length,
  };
}

/** What an import and a preview say alike. */
export function presentShown(
  { counts, rows, columns, sheets, refused, changes }: Shown,
  layouts: readonly Layout[] = [],
) {
  const examplesOf = new Map(
    layouts.flatMap((one, layout) =>
      one.columns.map(({ column, examples }) => [`${layout} ${column}`, examples] as const),
    ),
  );
  return {
    ...counts,
    rows,
    changes: changes as ImportView['changes'],
    refused: refused as ImportView['refused'],
    columns: columns.map((column) => ({
      ...column,
      examples: examplesOf.get(`${column.layout} ${column.column}`) ?? [],
    })) as ImportView['columns'],
    missing: [],
    sheets: sheets as ImportView['sheets'],
    gridRows: [],
  };
}

export const refusedPlace = (id: Types.ObjectId): string => `rosterImports/${String(id)}/refusedRows`;
