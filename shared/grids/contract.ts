import * as z from 'zod';
import { contract } from '../contract';
import { Id, page, pageQuery, ReasonPart } from '../fields';
import { fieldCodes } from '../problems';
import { gridLevels } from './levels';

export const Responsible = z.object({
  account: Id.optional().describe('Absent when the duty officer has no account yet'),
  name: z.string(),
  phone: z.string(),
  grid: z.object({ id: Id, name: z.string() }).nullable(),
  reason: z.array(ReasonPart).min(1),
});
export type Responsible = z.infer<typeof Responsible>;

export const getResponsible = contract({
  operation: 'getResponsible',
  method: 'GET',
  path: '/api/dwellings/{id}/responsible',
  summary: 'Who answers for this door now, and why',
  params: z.object({ id: Id }),
  reply: Responsible,
  errors: [],
});

const Post = z.object({ membershipId: Id, accountId: Id, name: z.string() });
export const GridView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  level: z.enum(gridLevels),
  parentId: Id.nullable(),
  leader: Post.nullable(),
  primary: Post.nullable(),
  deputies: z.array(Post),
  patches: z.array(z.object({ id: Id, name: z.string(), worker: Post.nullable() })),
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

export const ImportView = z.object({
  id: Id.nullable().describe('Null for a dry run'),
  state: z.enum(['running', 'done', 'cut']),
  dryRun: z.boolean(),
  dwellings: z.int(),
  households: z.int(),
  people: z.int(),
  created: z.int().describe('People new to the roster'),
  updated: z.int().describe('People with something changed'),
  refused: z.array(
    z.object({
      row: z.int().describe('Row number as the spreadsheet shows it'),
      path: z.string(),
      code: z.enum(fieldCodes),
    }),
  ),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  grids: z.int(),
});
export type ImportView = z.infer<typeof ImportView>;

export const importRoster = contract({
  operation: 'importRoster',
  method: 'POST',
  path: '/api/roster/imports',
  summary: 'Takes a workbook of residents and grids into the roster; the same file again changes nothing',
  query: z.strictObject({ dryRun: z.stringbool().optional() }),
  upload: true,
  reply: ImportView,
  status: 201,
  errors: ['import.running', 'import.unreadable'],
});

export const getImport = contract({
  operation: 'getImport',
  method: 'GET',
  path: '/api/roster/imports/{id}',
  summary: 'What an import did',
  params: z.object({ id: Id }),
  reply: ImportView,
  errors: [],
});

export const readRefusedRows = contract({
  operation: 'readRefusedRows',
  method: 'GET',
  path: '/api/roster/imports/{id}/refused.xlsx',
  summary: 'The refused rows as a workbook with a column of reasons',
  params: z.object({ id: Id }),
  reply: 'file',
  errors: ['destroyed'],
});
