import type { Range } from '@shared/grids/scope';
import type { GridInput, GridView } from '@shared/grids/treeContract';

export interface PatchForm {
  id?: string;
  name: string;
  scope: Range[];
  workerId: string;
}
/** What stands in the form; nobody is an empty text. */
export interface GridForm {
  name: string;
  level: GridInput['level'] | '';
  parentId: string;
  scope: Range[];
  leaderId: string;
  primaryId: string;
  deputyIds: string[];
  patches: PatchForm[];
}

export const emptyForm = (top: GridView | undefined): GridForm => ({
  name: '',
  level: top ? 'building' : 'community',
  parentId: top?.id ?? '',
  scope: [],
  leaderId: '',
  primaryId: '',
  deputyIds: [],
  patches: [],
});

export const formOf = (grid: GridView): GridForm => ({
  name: grid.name,
  level: grid.level,
  parentId: grid.parentId ?? '',
  scope: grid.scope as Range[],
  leaderId: grid.leader?.membershipId ?? '',
  primaryId: grid.primary?.membershipId ?? '',
  deputyIds: grid.deputies.map(({ membershipId }) => membershipId),
  patches: grid.patches.map(({ id, name, scope, worker }) => ({
    id,
    name,
    scope: scope as Range[],
    workerId: worker?.membershipId ?? '',
  })),
});

export const inputOf = (form: GridForm): GridInput => ({
  name: form.name,
  level: form.level as GridInput['level'],
  parentId: form.parentId || null,
  scope: form.scope,
  leaderId: form.leaderId || null,
  primaryId: form.primaryId || null,
  deputyIds: form.deputyIds,
  patches: form.patches.map(({ workerId, ...patch }) => ({ ...patch, workerId: workerId || null })),
});
