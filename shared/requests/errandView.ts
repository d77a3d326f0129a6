import * as z from 'zod';
import { Id, Instant, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { channels } from './channels';
import { type ErrandAction, errandActions, errandStates } from './errandLife';
import { line } from './fields';
import { errandKindNames } from './kinds';
import { lineMarks } from './shopping';

export { type Channel, channels } from './channels';

/** Who ended an errand that was delivered, `call` on the telephone; what nobody answered is counted apart. */
export const closers = ['resident', 'proxy', 'call', 'lapse'] as const;
/** What a delivery is proved by; `tap` of the household itself. */
export const evidences = ['photo', 'doorCode', 'answeredBy', 'tap'] as const;
export type Evidence = (typeof evidences)[number];
/** Who pays for what was bought and is not wanted any more. */
export const payers = ['household', 'community'] as const;
export type Payer = (typeof payers)[number];

/** One thing that happened to an errand. */
export const ErrandStep = z.object({
  at: Instant,
  action: z.enum(['place', ...errandActions, 'rung']),
  by: z.object({ name: z.string(), role: z.string() }).nullable().describe('Null of the system'),
  text: z
    .string()
    .nullable()
    .describe('What was written with it; what staff write for each other not at home'),
  result: z
    .enum(['yes', 'no', ...payers])
    .nullable()
    .describe('Of an answer; of a cancelling who pays'),
  amountFen: z.int().nullable(),
  evidence: z.enum(evidences).nullable().describe('Of a delivery'),
  fileIds: z.array(Id).describe('Its photos: a receipt, the goods at the door'),
  rung: z.string().nullable(),
});
export type ErrandStep = z.infer<typeof ErrandStep>;

export const ErrandView = z.object({
  id: Id,
  life: z.literal('errand'),
  kind: z.enum(errandKindNames),
  state: z.enum(errandStates),
  version: Version,
  householdId: Id.nullable().describe(
    'Null like the next of whoever only sees it wait in the pool, and of helpers',
  ),
  residentId: Id.nullable().describe('Whom it is for, if for one of the household'),
  door: z.string().describe('The building alone for whoever only sees it wait in the pool'),
  size: z.int().describe('How many things are asked for'),
  placedAt: Instant,
  dueAt: Instant.describe('By when it is promised'),
  startsAt: Instant.describe('From when on it is worked at; nobody is late before'),
  runsLowAt: Instant.nullable().describe('When to ask whether to order it again; null once it was'),
  wishedAt: Instant.nullable().describe('By when it was wished for'),
  urgent: z.boolean(),
  channel: z.enum(channels),
  caller: z.string().nullable(),
  details: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What was asked for; null for whoever only sees it wait in the pool'),
  note: z.string().nullable(),
  fileIds: z.array(Id).describe('Photos it was ordered with'),
  marks: z
    .array(z.object({ line: z.int(), as: z.enum(lineMarks) }))
    .describe('What became of lines in the shop, by their place in what was asked for'),
  money: z.object({
    estimatedFen: z.int().nullable(),
    paidFen: z.int().nullable(),
    hasReceipt: z.boolean().describe('A photo of it is with the purchase'),
  }),
  responsible: Responsible,
  holder: z
    .object({ name: z.string(), phone: z.string().nullable(), mine: z.boolean() })
    .nullable()
    .describe('Who accepted it; null while it waits in the pool'),
  leaseUntil: Instant.nullable().describe('Until when the holder has it without progress'),
  nextTryAt: Instant.nullable().describe('When somebody comes again, after nobody was at home'),
  goodsAt: z.string().nullable().describe('Where the goods wait for whoever carries them on'),
  question: z.string().nullable().describe('About a substitute; waits for the household’s yes or no'),
  doorCode: z.string().nullable().describe('Four digits, for the household alone: said at the door'),
  deliveredAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closedBy: z.enum(closers).nullable(),
  steps: z.array(ErrandStep),
  actions: z.array(z.enum(errandActions)),
});
export type ErrandView = z.infer<typeof ErrandView>;

/** Lines of an errand that were got or cannot be had, or are to be got after all. */
export const MarkInput = {
  lines: z.array(z.int().min(0)).min(1).max(100),
  as: z.enum([...lineMarks, 'toGet']),
};

const reason = line(200);
const nothing = z.strictObject({});
const named = z.strictObject({ accountId: Id, reason });

/** What each action of an errand needs beside the version that was seen. */
export const errandInputs = {
  accept: nothing,
  decline: z.strictObject({ reason }),
  lapse: nothing,
  ask: z.strictObject({ text: line(200).describe('Such that yes or no answers it') }),
  answer: z.strictObject({ yes: z.boolean() }),
  mark: z.strictObject(MarkInput),
  addToRun: z.strictObject({ runId: Id }),
  buy: z.strictObject({
    amountFen: z.int().min(0).max(1_000_000),
    receiptFileId: Id.optional().describe('A photo brought for use `receipt`'),
    text: line(200).optional().describe('What was got, where that is not just what was asked for'),
  }),
  pass: z.strictObject({ where: line(60) }),
  leave: nothing,
  deliver: z.strictObject({
    photoFileId: Id.optional().describe('Of the goods at the door, brought for use `evidence`'),
    doorCode: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .describe('Said by the household'),
    answeredBy: line(40).optional().describe('Who took it, of a household that cannot read the code'),
    disinfectedTwice: z.literal(true),
  }),
  nobodyHome: z.strictObject({ reason, nextTryAt: Instant }),
  confirm: nothing,
  object: z.strictObject({ reason }),
  ring: nothing,
  vouch: nothing,
  cancel: z.strictObject({
    reason,
    pays: z.enum(payers).optional().describe('Once something was bought'),
  }),
  reassign: named,
  handOver: named,
} as const satisfies Record<ErrandAction, z.ZodType>;
