import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, ReasonPart } from '../fields';
import { fieldCodes } from '../problems';
import { peopleFields } from './columns';
import { columnSources } from './guessColumns';

const found = {
  account: Id.optional().describe('Absent when the duty officer has no account yet'),
  name: z.string(),
  phone: z.string(),
  grid: z.object({ id: Id, name: z.string() }).nullable(),
  reason: z.array(ReasonPart).min(1),
};
export const Responsible = z.object(found);
export type Responsible = z.infer<typeof Responsible>;

export const getResponsible = contract({
  operation: 'getResponsible',
  method: 'GET',
  path: '/api/dwellings/{id}/responsible',
  summary: 'Who answers for this door, now or at a moment, and why',
  params: z.object({ id: Id }),
  query: z.strictObject({
    at: Instant.optional().describe('By the grids as they are now and the absences of that moment'),
  }),
  reply: Responsible.extend({
    called: z.object(found).describe('Who is called for urgent things at that moment: duty hours count'),
  }),
  errors: [],
});

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

export const ImportView = z.object({
  id: Id.nullable().describe('Null for a dry run'),
  state: z.enum(['running', 'done', 'cut']).describe('Cut: what is done stands; the same file finishes it'),
  dryRun: z.boolean(),
  rows: z.object({ done: z.int(), all: z.int() }).describe('Progress'),
  dwellings: z.int(),
  households: z.int(),
  people: z.int(),
  created: z.int().describe('People new to the roster'),
  updated: z.int().describe('People with something changed'),
  same: z.int().describe('People in whom the file changes nothing'),
  kept: z.int().describe('People in whom something was corrected here since; it stays'),
  repeated: z.int().describe('Rows that say again what another row said'),
  notes: z.int().describe('Rows that are no people: notes, sums, a header printed again'),
  changes: z
    .array(
      z.object({
        row: z.int(),
        changed: z.array(z.enum(importFields)),
        kept: z.array(z.enum(importFields)).describe('The file differs, but it was corrected here since'),
      }),
    )
    .describe('The first of them; `updated` and `kept` count all'),
  refused: z.array(
    z.object({
      row: z.int().describe('Row number as the spreadsheet shows it'),
      path: z.string(),
      code: z.enum(fieldCodes),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
      sheet: z.enum(['people', 'grids']),
    }),
  ),
  columns: z.array(
    z.object({
      column: z.string().describe('Its letter'),
      header: z.string().describe('Its name in this file: the letter where the header is blank'),
      field: PeopleColumn.nullable(),
      from: z.enum(columnSources).nullable(),
      examples: z.array(z.string()).describe('Up to three, masked; only in the answer to the upload'),
    }),
  ),
  missing: z.array(PeopleColumn).describe('Needed fields that no column has; only in a dry run'),
  sheets: z.array(z.object({ name: z.string(), use: z.enum(['people', 'grids']).nullable() })),
  grids: z.int(),
});
export type ImportView = z.infer<typeof ImportView>;

/** JSON in a query; remembered for the next file with the same header line. */
const ColumnChoice = z
  .string()
  .max(4000)
  .transform((text, issue) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issue.addIssue({ code: 'custom', params: { code: 'format' } });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().max(200), PeopleColumn.nullable()))
  .describe('JSON: header or letter of a column → its field, or null');

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
    prefer: z
      .enum(['roster', 'file'])
      .optional()
      .describe(
        'Who is right about a field that was corrected here since the last import; roster unless told',
      ),
    sheet: z
      .string()
      .max(100)
      .optional()
      .describe('The sheet of people; unless told, the one that looks like it'),
    columns: ColumnChoice.optional(),
  }),
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
