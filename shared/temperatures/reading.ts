import * as z from 'zod';
import { Instant } from '../fields';

export const readingMethods = ['forehead', 'ear', 'armpit', 'mercury'] as const;
export const fillers = ['self', 'family', 'mandate', 'workerPhone', 'workerDoor', 'health'] as const;

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

/** The first reading inside a declaration. */
export const DeclaredReading = z.strictObject({
  celsius,
  method: z.enum(readingMethods),
  takenAt: Instant,
  medicine: z.boolean().describe('Fever-lowering medicine today'),
  confirmed: z
    .array(z.enum(['range', 'old']))
    .max(2)
    .default([]),
});
export type DeclaredReading = z.infer<typeof DeclaredReading>;

export const ReadingView = z.object({
  celsius: z.number(),
  method: z.enum(readingMethods),
  takenAt: Instant,
  receivedAt: Instant,
  symptoms: z.array(z.string()),
  medicine: z.boolean(),
  filledBy: z.enum(fillers),
  old: z.boolean(),
});
export type ReadingView = z.infer<typeof ReadingView>;

export const needsRangeConfirmation = (value: number): boolean =>
  value < confirmBelow || value > confirmAbove;
