import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';
import { gridLevels } from './levels';

const SpanField = z.strictObject({ from: z.int().min(0).max(9999), to: z.int().min(0).max(9999) });
const names = z.array(z.string().trim().min(1).max(20)).min(1).max(200);

/** A range of dwellings; what is not said is not asked. */
export const RangeField = z.strictObject({
  estate: z.string().trim().max(40).optional(),
  buildings: SpanField.optional(),
  units: SpanField.optional(),
  floors: SpanField.optional(),
  buildingNames: names.optional(),
  unitNames: names.optional(),
  floorNames: names.optional(),
  rooms: names.optional().describe('Ten households: the rooms by name'),
});
export const ScopeField = z.array(RangeField).max(60).describe('Empty contains nothing');

const GridName = z.string().trim().min(1).max(40);
const Person = Id.nullable().describe('Membership of a worker or leader');
const PatchField = z.strictObject({
  id: Id.optional().describe('Absent: a new patch'),
  name: GridName,
  scope: ScopeField,
  workerId: Person,
});
const gridFields = {
  name: GridName,
  level: z.enum(gridLevels),
  parentId: Id.nullable(),
  scope: ScopeField,
  leaderId: Person,
  primaryId: Person,
  deputyIds: z.array(Id).max(20).describe('In the order in which they are asked'),
  patches: z.array(PatchField).max(60),
} as const;
export const GridInput = z.strictObject(gridFields);
export type GridInput = z.infer<typeof GridInput>;

const Post = z.object({ membershipId: Id, accountId: Id, name: z.string() });
export const GridView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  level: z.enum(gridLevels),
  parentId: Id.nullable(),
  isLeaf: z.boolean().describe('Only a grid without grids below it has doors'),
  scope: z.array(RangeField),
  leader: Post.nullable(),
  primary: Post.nullable(),
  deputies: z.array(Post),
  patches: z.array(
    z.object({ id: Id, name: z.string(), scope: z.array(RangeField), worker: Post.nullable() }),
  ),
  version: Version,
});
export type GridView = z.infer<typeof GridView>;

export const listGrids = contract({
  operation: 'listGrids',
  method: 'GET',
  path: '/api/grids',
  summary: 'The grid tree with its people',
  query: z.strictObject(pageQuery),
  reply: page(GridView),
  errors: [],
});

export const createGrid = contract({
  operation: 'createGrid',
  method: 'POST',
  path: '/api/grids',
  summary: 'A new grid with its doors and people; doors that change hands are moved with their open work',
  body: GridInput,
  reply: GridView,
  status: 201,
  errors: ['grid.overlap', 'key.reused'],
});

export const updateGrid = contract({
  operation: 'updateGrid',
  method: 'PATCH',
  path: '/api/grids/{id}',
  summary: 'Name, level, parent, scope, patches and people of a grid; what is left out stays',
  params: z.object({ id: Id }),
  body: z.strictObject({
    seenVersion: Version,
    ...(z.strictObject(gridFields).partial().shape as {
      [K in keyof typeof gridFields]: z.ZodOptional<(typeof gridFields)[K]>;
    }),
  }),
  reply: GridView,
  errors: ['grid.overlap', 'grid.movedOn'],
});

export const endGrid = contract({
  operation: 'endGrid',
  method: 'DELETE',
  path: '/api/grids/{id}',
  summary: 'Removes an empty grid; its doors must lie elsewhere before',
  params: z.object({ id: Id }),
  errors: ['grid.notEmpty'],
});

const Count = z.int().min(0);
/** How far a move is. `settling` looks once more for what was under way meanwhile; everything is in its place. */
export const moveStates = ['running', 'settling', 'done'] as const;
export const MoveView = z.object({
  id: Id,
  state: z.enum(moveStates),
  why: z.enum(['grid', 'import']),
  doors: z.object({ done: Count, all: Count }).describe('Looked at, of the whole community'),
  moved: z
    .record(z.string(), Count)
    .describe('By what was moved: dwellings, households, returns, observations, slots'),
  begunAt: Instant,
  doneAt: Instant.nullable(),
  version: Version,
});
export type MoveView = z.infer<typeof MoveView>;

export const listMoves = contract({
  operation: 'listMoves',
  method: 'GET',
  path: '/api/grids/moves',
  summary: 'Doors that changed hands with their open work, newest first, and how far each move is',
  query: z.strictObject(pageQuery),
  reply: page(MoveView),
  errors: [],
});

export const getMove = contract({
  operation: 'getMove',
  method: 'GET',
  path: '/api/grids/moves/{id}',
  summary: 'How far a move is',
  params: z.object({ id: Id }),
  reply: MoveView,
  errors: [],
});

export const getCoverage = contract({
  operation: 'getCoverage',
  method: 'GET',
  path: '/api/grids/coverage',
  summary: 'How many doors and households lie in each grid in view, and the doors that lie in none',
  reply: z.object({
    items: z.array(z.object({ gridId: Id, dwellings: Count, households: Count })),
    unassigned: z
      .object({ count: Count, doors: z.array(z.object({ id: Id, estate: z.string(), door: z.string() })) })
      .describe('The first hundred by name; the office answers for them'),
    move: MoveView.nullable().describe('Under way now'),
  }),
  errors: [],
});
