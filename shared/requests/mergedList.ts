import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, Version } from '../fields';
import { RowProblem } from '../rowProblem';
import { MarkInput } from './errandView';
import { errandKindNames } from './kinds';
import { shopAreaNames } from './shopAreas';
import { lineMarks } from './shopping';

const mark = z.enum(lineMarks).nullable();

/** One thing to buy, for all doors that asked for it. */
const Line = z.object({
  area: z.enum(shopAreaNames),
  kind: z.enum(errandKindNames),
  item: z
    .string()
    .nullable()
    .describe('As the first door wrote it, or the code of a choice; null: what its kind is called'),
  more: z.string().nullable().describe('Strength and dosage of a medicine'),
  unit: z.string().nullable(),
  quantity: z.int(),
  left: z.int().describe('Of it what is neither got nor known to be unavailable'),
  doors: z.array(
    z.object({
      requestId: Id,
      line: z.int().describe('Its place in what the errand asks for'),
      door: z.string(),
      quantity: z.int(),
      substitute: z.boolean(),
      as: mark,
    }),
  ),
});

const BoughtFor = z.object({
  requestId: Id,
  version: Version,
  kind: z.enum(errandKindNames),
  door: z.string(),
  dueAt: Instant,
  leaseUntil: Instant.nullable(),
  budgetFen: z.int().nullable(),
  isAsked: z.boolean().describe('A question about a substitute waits for the household'),
});

export const getMergedList = contract({
  operation: 'getMergedList',
  method: 'GET',
  path: '/api/requests/mergedList',
  summary:
    'What the caller has accepted and has to buy, added up by item and unit on the way through the shop',
  reply: z.object({
    items: z.array(Line),
    errands: z.array(BoughtFor).describe('In the order of the doors'),
  }),
  errors: [],
});

export const markLines = contract({
  operation: 'markLines',
  method: 'POST',
  path: '/api/requests/mergedList/marks',
  summary: 'Lines that were got or cannot be had, for all doors at once; each errand answers for itself',
  body: z.strictObject({
    marks: z
      .array(z.strictObject({ requestId: Id, seenVersion: Version, ...MarkInput }))
      .min(1)
      .max(100)
      .refine((marks) => new Set(marks.map(({ requestId }) => requestId)).size === marks.length, {
        params: { code: 'request.twice' },
      }),
    at: Instant.optional().describe('When it was done, if not now'),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        requestId: Id,
        status: z.int(),
        version: Version.optional().describe('To go on from'),
        reconciliationId: Id.optional().describe('Others went on with it meanwhile: the leader finds out'),
        problem: RowProblem.optional(),
      }),
    ),
  }),
  status: 207,
  errors: [],
});
