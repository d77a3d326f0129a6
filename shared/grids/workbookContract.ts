import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery } from '../fields';
import { fieldCodes } from '../problems';
import { gridLevels } from './levels';
import { columnSources, peopleFields } from './peopleFields';

/** What an import compares of a person; `household` is the dwelling and who lives there together. */
export const importFields = [
  'name',
  'document',
  'phone',
  'relation',
  'sex',
  'residence',
  'keyGroups',
  'canUsePhone',
  'note',
  'household',
] as const;
export type ImportField = (typeof importFields)[number];
const PeopleColumn = z.enum(peopleFields);
const mostBookBytes = 10_000_000;
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const sheetName = z.string().describe('Name of the sheet; empty for a csv');
const state = z
  .enum(['running', 'done', 'cut'])
  .describe('Cut: what is done stands; the same file finishes it');
const rows = z.object({ done: z.int(), all: z.int() }).describe('Progress');

const Change = z.object({
  sheetName,
  row: z.int(),
  changed: z.array(z.enum(importFields)),
  kept: z.array(z.enum(importFields)).describe('The file differs, but it was corrected here since'),
  who: z.object({ name: z.string(), door: z.string() }).optional().describe('Masked; only in a dry run'),
  values: z
    .array(z.object({ field: z.enum(importFields), roster: z.string(), file: z.string() }))
    .optional()
    .describe('Of what differs, both sides, masked; only in a dry run'),
});
const Refused = z.object({
  sheet: z.enum(['people', 'grids']),
  sheetName,
  row: z.int().describe('Row number as the spreadsheet shows it'),
  path: z.string(),
  code: z.enum(fieldCodes),
  params: Params.optional().describe('`row` and `sheet`: the other row it goes against'),
  value: z.string().optional().describe('What stands there, masked; only in a dry run'),
});
const Column = z.object({
  layout: z.int().describe('Sheets with the same header line have one layout'),
  column: z.string().describe('Its letter'),
  header: z.string().describe('Its name in this file: the letter where the header is blank'),
  field: PeopleColumn.nullable(),
  from: z.enum(columnSources).nullable(),
  examples: z.array(z.string()).describe('Up to three, masked; only in the answer to the upload'),
});
const Sheet = z.object({
  name: z.string(),
  use: z.enum(['people', 'grids']).nullable(),
  layout: z.int().nullable().describe('Of its columns; null where it is no sheet of people'),
  rows: z.int().describe('Rows with a person or a grid; 0 where it is not used'),
});
const GridRow = z.object({
  sheetName,
  row: z.int(),
  code: z.string(),
  name: z.string(),
  level: z.enum(gridLevels),
  range: z.string(),
  person: z.string().nullable().describe('Masked'),
  role: z.enum(['leader', 'worker']).nullable(),
  state: z.enum(['new', 'changed', 'same']),
});

export const ImportView = z.object({
  id: Id.nullable().describe('Null for a dry run'),
  state,
  dryRun: z.boolean(),
  rows,
  dwellings: z.int(),
  households: z.int(),
  people: z.int(),
  created: z.int().describe('People new to the roster'),
  updated: z.int().describe('People with something changed'),
  same: z.int().describe('People in whom the file changes nothing'),
  kept: z.int().describe('People in whom something was corrected here since; it stays'),
  repeated: z.int().describe('Rows that say again what another row said'),
  notes: z.int().describe('Rows that are no people: notes, sums, samples, a header printed again'),
  changes: z.array(Change).describe('The first of them; `updated` and `kept` count all'),
  refused: z.array(Refused),
  columns: z.array(Column),
  missing: z
    .array(z.object({ layout: z.int(), field: PeopleColumn }))
    .describe('Needed fields that no column of a layout has; only in a dry run'),
  sheets: z.array(Sheet),
  grids: z.int(),
  gridRows: z.array(GridRow).describe('The first of them; only in a dry run'),
});
export type ImportView = z.infer<typeof ImportView>;

/** JSON in a query. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .max(8000)
    .transform((text, issue) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issue.addIssue({ code: 'custom', params: { code: 'format' } });
        return z.NEVER;
      }
    })
    .pipe(schema);

const wishes = {
  prefer: z
    .enum(['roster', 'file'])
    .optional()
    .describe('Who is right about a field that was corrected here since the last import; roster unless told'),
  sheets: json(z.array(z.string().max(100)).min(1))
    .optional()
    .describe('JSON: names of the sheets to take; unless told, those that look like people or grids'),
  columns: json(z.record(z.string().max(300), PeopleColumn.nullable()))
    .optional()
    .describe(
      'JSON: header or letter of a column, or `sheet!column`, → its field, or null; remembered for the next file with the same header line',
    ),
};

export const importRoster = contract({
  operation: 'importRoster',
  method: 'POST',
  path: '/api/roster/imports',
  summary:
    'Takes a workbook or csv of residents and grids into the roster; the same file again changes nothing',
  query: z.strictObject({
    dryRun: z.stringbool().optional().describe('Only says what it would do'),
    wait: z
      .stringbool()
      .optional()
      .describe('False: answers as soon as it runs; its state is read by getImport'),
    ...wishes,
  }),
  upload: { mostBytes: mostBookBytes },
  reply: ImportView,
  status: 201,
  errors: ['import.running', 'import.unreadable'],
});

export const previewRefusedRows = contract({
  operation: 'previewRefusedRows',
  method: 'POST',
  path: '/api/roster/imports/refused.xlsx',
  summary: 'The rows that an import of this file would refuse, as a workbook with a column of reasons',
  query: z.strictObject(wishes),
  upload: { mostBytes: mostBookBytes },
  reply: 'file',
  errors: ['import.unreadable'],
});

export const ImportLine = z.object({
  id: Id,
  state,
  madeAt: Instant,
  rows,
  people: z.int(),
  created: z.int(),
  updated: z.int(),
  same: z.int(),
  kept: z.int(),
  refused: z.int(),
});
export type ImportLine = z.infer<typeof ImportLine>;

export const listImports = contract({
  operation: 'listImports',
  method: 'GET',
  path: '/api/roster/imports',
  summary: 'The imports of the last week, newest first',
  query: z.strictObject(pageQuery),
  reply: page(ImportLine),
  errors: [],
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

export const readTemplate = contract({
  operation: 'readTemplate',
  method: 'GET',
  path: '/api/roster/template.xlsx',
  summary: 'An empty workbook to fill in, with notes and a sample row that an import leaves out',
  reply: 'file',
  errors: [],
});

export const exportReasons = ['correction', 'doorToDoor', 'handOver', 'emergency'] as const;
export type ExportReason = (typeof exportReasons)[number];

export const exportRoster = contract({
  operation: 'exportRoster',
  method: 'GET',
  path: '/api/roster/export.xlsx',
  summary:
    'The roster as a workbook that can be imported again; masked unless a reason is given, which is recorded',
  query: z.strictObject({
    reason: z.enum(exportReasons).optional().describe('With it the texts are in full'),
    estate: z.string().max(40).optional(),
    building: z.string().max(20).optional(),
  }),
  reply: 'file',
  errors: [],
});
