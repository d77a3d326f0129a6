import * as z from 'zod';
import { Id, Instant } from '../fields';

export const readingMethods = ['forehead', 'ear', 'armpit', 'mercury'] as const;
export const fillers = ['self', 'family', 'mandate', 'workerPhone', 'workerDoor', 'health'] as const;
export type Filler = (typeof fillers)[number];
/** Why a reading stands in place of an earlier one. */
export const correctionReasons = ['mistyped', 'measuredWrong', 'wrongPerson', 'symptoms'] as const;

/** Limits of a reading (domain, section 4): outside 35.0–38.9 it is confirmed a second time. */
export const celsiusMin = 34;
export const celsiusMax = 43;
export const confirmBelow = 35;
export const confirmAbove = 38.9;
/** A reading taken longer ago than this when it was entered is confirmed and marked. */
export const oldAfterHours = 12;

const celsius = z
  .number()
  .min(celsiusMin)
  .max(celsiusMax)
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, { params: { code: 'format' } })
  .describe('°C to one decimal');

const confirmed = z
  .array(z.enum(['range', 'old']))
  .max(2)
  .default([])
  .describe('What was asked and said yes to: a value outside 35.0–38.9, a time more than 12 hours ago');

/** The first reading inside a declaration. */
export const DeclaredReading = z.strictObject({
  celsius,
  method: z.enum(readingMethods),
  takenAt: Instant,
  medicine: z.boolean().describe('Fever-lowering medicine today'),
  confirmed,
});
export type DeclaredReading = z.infer<typeof DeclaredReading>;

/** A reading as it is reported. The times are those of the phone; the server adds the offset. */
export const ReadingInput = z.strictObject({
  celsius,
  method: z.enum(readingMethods),
  takenAt: Instant.describe('By the phone’s clock'),
  enteredAt: Instant.describe('By the phone’s clock; the age of the reading is judged by it'),
  clockOffsetMs: z
    .int()
    .min(-1e12)
    .max(1e12)
    .default(0)
    .describe('What to add to the phone’s clock to have the server’s, as the phone measured it'),
  symptoms: z.array(z.string().max(30)).max(20).describe('Codes of the policy’s list; empty means none'),
  medicine: z.boolean().describe('Fever-lowering medicine today'),
  filledBy: z.enum(fillers),
  confirmed,
  correctionOf: Id.optional().describe('An earlier reading this one corrects'),
  reason: z.enum(correctionReasons).optional().describe('Needed with correctionOf'),
});
export type ReadingInput = z.infer<typeof ReadingInput>;

export const ReadingView = z.object({
  id: Id,
  celsius: z.number(),
  method: z.enum(readingMethods),
  takenAt: Instant.describe('By the server’s clock'),
  receivedAt: Instant,
  symptoms: z.array(z.string()),
  medicine: z.boolean(),
  filledBy: z.enum(fillers),
  old: z.boolean().describe('Taken more than 12 hours before it was entered'),
  correctionOf: Id.nullable(),
  reason: z.enum(correctionReasons).nullable(),
});
export type ReadingView = z.infer<typeof ReadingView>;

export const needsRangeConfirmation = (value: number): boolean =>
  value < confirmBelow || value > confirmAbove;
