import * as z from 'zod';
import { Id, Instant, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { ToldLine } from '../notices/contract';
import { feverBands } from '../temperatures/fever';
import { fillers } from '../temperatures/reading';
import { channels } from './channels';
import { caseKindNames } from './kinds';
import { type CaseAction, caseActions, caseStates } from './lives';

/** One thing that happened, as the household and staff may read it. */
export const CaseStep = z.object({
  at: Instant,
  action: z.enum([...caseActions, 'raise', 'join', 'correct', 'merge', 'rung']),
  step: z.string().nullable().describe('What was done; the kind has its words'),
  result: z.string().nullable(),
  text: z
    .string()
    .nullable()
    .describe('A note; for staff only, unless it is the answer to whoever raised it'),
  by: z.object({ name: z.string(), role: z.string() }).nullable().describe('Null of the system'),
  fileIds: z.array(Id).describe('Photos that came with it'),
  rung: z.string().nullable(),
});
export type CaseStep = z.infer<typeof CaseStep>;

export const FeverReading = z.object({
  celsius: z.number().nullable(),
  takenAt: Instant,
  symptoms: z.array(z.string()),
  medicine: z.boolean(),
  band: z.enum(feverBands),
  filledBy: z.enum(fillers).nullable().describe('Null of one that was kept before this was asked'),
  corrected: z
    .object({ celsius: z.number().nullable(), symptoms: z.array(z.string()), medicine: z.boolean() })
    .nullable()
    .describe('What stands in its place'),
});
export type FeverReading = z.infer<typeof FeverReading>;

export const CaseView = z.object({
  id: Id,
  life: z.literal('case'),
  kind: z.enum(caseKindNames),
  state: z.enum(caseStates),
  version: Version,
  urgency: z.enum(['fever', 'normal']),
  residentId: Id.nullable().describe('Whom it is about, if about one person'),
  householdId: Id.nullable().describe('Null of what is about a place, and of what nobody signed'),
  observationId: Id.nullable(),
  door: z.string().describe('Empty of a place without one'),
  name: z
    .string()
    .describe('In full for the own household, masked otherwise; empty where it is about nobody'),
  age: z.int().nullable().describe('For staff; null where nobody knows it'),
  channel: z.enum(channels).nullable().describe('Null of what raised itself, and of what nobody signed'),
  isAnonymous: z.boolean(),
  caller: z.string().nullable().describe('Who asked at the desk; for staff'),
  details: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What was said, by the fields of its kind; null for whoever does not read it'),
  note: z.string().nullable(),
  fileIds: z.array(Id).describe('Photos it was raised with'),
  answer: z.string().nullable().describe('What was answered when it was closed'),
  repeat: z
    .object({ everyDays: z.int(), nextAt: Instant })
    .nullable()
    .describe('The next one is made by itself, for this moment'),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  handledAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  dueAt: Instant.nullable().describe('By when the next step is owed; null when closed'),
  isUnanswered: z.boolean().describe('Nobody has acknowledged it and the last rung has come: call yourself'),
  responsible: Responsible,
  called: Responsible.describe('Whom to call now; duty hours count'),
  outcome: z.string().nullable().describe('Of its kind; `withdrawn` by whoever raised it'),
  readings: z.array(FeverReading),
  steps: z.array(CaseStep),
  secondReading: z
    .object({
      slotId: Id,
      opensAt: Instant,
      dueAt: Instant,
      closesAt: Instant,
      state: z.string(),
      celsius: z.number().nullable().describe('What was measured then and stands, fever or not'),
    })
    .nullable(),
  told: z.array(ToldLine).describe('For staff, of a single request'),
  actions: z.array(z.enum(caseActions)),
});
export type CaseView = z.infer<typeof CaseView>;

const text = z.string().trim().max(500).optional();
/** Which steps and results there are, says the kind. */
const StepInput = z.strictObject({
  step: z.string().max(20).optional(),
  result: z.string().max(20).optional(),
  text,
});

/** What each action of a case needs beside the version that was seen. */
export const caseInputs = {
  acknowledge: z.strictObject({}),
  handle: StepInput,
  note: StepInput,
  close: z.strictObject({
    outcome: z.string().max(20).describe('One of the kind'),
    text,
    photoFileId: Id.optional().describe('Of after, where the kind asks for it; brought for use `evidence`'),
  }),
  take: z.strictObject({}),
  reassign: z.strictObject({ accountId: Id, reason: z.string().trim().min(1).max(200) }),
  reopen: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
  withdraw: z.strictObject({ reason: z.string().trim().min(1).max(200).optional() }),
  endRepeat: z.strictObject({}),
  add: z.strictObject({ text: z.string().trim().min(1).max(500) }),
} as const satisfies Record<CaseAction, z.ZodType>;
