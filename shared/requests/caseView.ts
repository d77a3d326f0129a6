import * as z from 'zod';
import { Id, Instant, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { ToldLine } from '../notices/contract';
import { feverBands } from '../temperatures/fever';
import { fillers } from '../temperatures/reading';
import { caseKindNames, feverOutcomes, feverSteps, stepResults } from './kinds';
import { type CaseAction, caseActions, caseStates } from './lives';

/** One thing that happened, as the household and staff may read it. */
export const CaseStep = z.object({
  at: Instant,
  action: z.enum([...caseActions, 'raise', 'join', 'correct', 'merge', 'rung']),
  step: z.enum(feverSteps).nullable(),
  result: z.string().nullable(),
  text: z.string().nullable().describe('A note; for staff only'),
  by: z.object({ name: z.string(), role: z.string() }).nullable().describe('Null of the system'),
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
  residentId: Id,
  householdId: Id,
  observationId: Id.nullable(),
  door: z.string(),
  name: z.string().describe('In full for the own household, masked otherwise'),
  age: z.int().nullable().describe('For staff; null where nobody knows it'),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  handledAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  dueAt: Instant.nullable().describe('By when the next step is owed; null when closed'),
  isUnanswered: z.boolean().describe('Nobody has acknowledged it and the last rung has come: call yourself'),
  responsible: Responsible,
  called: Responsible.describe('Whom to call now; duty hours count'),
  outcome: z.enum(feverOutcomes).nullable(),
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
const StepInput = z
  .strictObject({
    step: z.enum(feverSteps).optional(),
    result: z.string().max(20).optional(),
    text,
  })
  .refine(({ step, result }) => !step || (stepResults[step] as readonly string[]).includes(result ?? ''), {
    path: ['result'],
    params: { code: 'choice' },
  });

/** What each action of a case needs beside the version that was seen. */
export const caseInputs = {
  acknowledge: z.strictObject({}),
  handle: StepInput,
  note: StepInput,
  close: z.strictObject({ outcome: z.enum(feverOutcomes), text }),
  take: z.strictObject({}),
  reassign: z.strictObject({ accountId: Id, reason: z.string().trim().min(1).max(200) }),
  reopen: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
} as const satisfies Record<CaseAction, z.ZodType>;
