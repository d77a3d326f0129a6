import type { ImportView } from '@shared/grids/contract';
import type { Types } from 'mongoose';
import type { ImportDoc } from '../model';

type Shown = Pick<ImportDoc, 'state' | 'counts' | 'columns' | 'refused'> & { _id: Types.ObjectId | null };

const none = { dwellings: 0, households: 0, people: 0, created: 0, updated: 0, grids: 0 };

export function presentImport({ _id, state, counts, columns, refused }: Shown): ImportView {
  return {
    id: _id ? String(_id) : null,
    state,
    dryRun: !_id,
    ...(counts ?? none),
    refused: (refused ?? []) as ImportView['refused'],
    columns: columns ?? [],
  };
}

export const refusedPlace = (id: Types.ObjectId): string => `rosterImports/${String(id)}/refusedRows`;
