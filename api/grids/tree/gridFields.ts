import type { GridInput } from '@shared/grids/treeContract';
import { Types } from 'mongoose';
import type { GridDoc } from '../model';

type GridFields = Pick<
  GridDoc,
  'name' | 'level' | 'parentId' | 'scope' | 'leaderId' | 'primaryId' | 'deputyIds' | 'patches'
>;

const idOf = (id: string) => new Types.ObjectId(id);

/** What a form says of a grid, as it is kept; nobody in a post leaves the field out. */
export const fieldsOf = (input: GridInput): GridFields => ({
  name: input.name,
  level: input.level,
  parentId: input.parentId ? idOf(input.parentId) : null,
  scope: input.scope,
  ...(input.leaderId && { leaderId: idOf(input.leaderId) }),
  ...(input.primaryId && { primaryId: idOf(input.primaryId) }),
  deputyIds: [...new Set(input.deputyIds)].map(idOf),
  patches: input.patches.map(({ id, name, scope, workerId }) => ({
    _id: id ? idOf(id) : new Types.ObjectId(),
    name,
    scope,
    ...(workerId && { membershipId: idOf(workerId) }),
  })),
});

/** A grid as a form would say it. */
export const inputOf = (doc: GridDoc): GridInput => ({
  name: doc.name,
  level: doc.level,
  parentId: doc.parentId ? String(doc.parentId) : null,
  scope: [...doc.scope],
  leaderId: doc.leaderId ? String(doc.leaderId) : null,
  primaryId: doc.primaryId ? String(doc.primaryId) : null,
  deputyIds: doc.deputyIds.map(String),
  patches: doc.patches.map(({ _id, name, scope, membershipId }) => ({
    id: String(_id),
    name,
    scope: [...scope],
    workerId: membershipId ? String(membershipId) : null,
  })),
});
