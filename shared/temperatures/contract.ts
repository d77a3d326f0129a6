import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant } from '../fields';
import { SlotView } from '../schedules/contract';
import { ReadingInput, ReadingView } from './reading';

const ReadingOf = Id.optional().describe(
  'The reading as the slot keeps it, to be corrected by; none of a fever beyond what a slot keeps',
);
const CaseOf = z.object({ id: Id }).optional().describe('The fever case it opened or joined');

export const reportReading = contract({
  operation: 'reportReading',
  method: 'POST',
  path: '/api/slots/{id}/readings',
  summary:
    'A temperature for a slot: kept in any case, and it settles the slot when it was taken in its window',
  params: z.object({ id: Id }),
  body: ReadingInput,
  reply: SlotView.extend({ readingId: ReadingOf, case: CaseOf }),
  status: 201,
  errors: ['slot.full'],
});

export const reportHouseholdReadings = contract({
  operation: 'reportHouseholdReadings',
  method: 'POST',
  path: '/api/households/{id}/readings',
  summary: 'Temperatures of several people of one household at once; each answers for itself',
  params: z.object({ id: Id }),
  body: z.strictObject({
    readings: z
      .array(ReadingInput.extend({ slotId: Id }))
      .min(1)
      .max(20)
      .refine((readings) => new Set(readings.map(({ slotId }) => slotId)).size === readings.length, {
        params: { code: 'slot.twice' },
      }),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        slotId: Id,
        status: z.int(),
        slot: SlotView.extend({ case: CaseOf }).optional(),
        problem: z
          .object({
            code: z.string(),
            errors: z.array(z.object({ path: z.string(), code: z.string(), params: z.any().optional() })),
          })
          .optional(),
      }),
    ),
  }),
  status: 207,
  errors: [],
});

/** A reading of somebody that belongs to no slot. */
export const readingOccasions = ['extra', 'checkIn'] as const;

export const reportExtraReading = contract({
  operation: 'reportExtraReading',
  method: 'POST',
  path: '/api/residents/{id}/readings',
  summary:
    'A temperature beyond what is owed, or a voluntary check-in; anybody of the household may keep one',
  params: z.object({ id: Id }),
  body: ReadingInput.extend({ occasion: z.enum(readingOccasions).default('extra') }),
  reply: z.object({ reading: ReadingView, case: CaseOf }),
  status: 201,
  errors: [],
});

/** One point of the curve. */
export const CurvePoint = ReadingView.extend({
  slotId: Id.nullable(),
  occasion: z.enum([...readingOccasions, 'declared', 'slot', 'secondReading']),
  corrected: z.boolean().describe('A later reading stands in its place'),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

/** Somebody whose last six temperatures are all the same. */
export const FriendlyCall = z.object({
  slotId: Id.describe('The first of the six: by it the telephone is opened'),
  residentId: Id,
  householdId: Id,
  door: z.string(),
  name: z.string().describe('Masked'),
  phone: z.string().nullable().describe('Masked; of the person, else of the household’s contact'),
  celsius: z.number(),
  since: Instant,
});
export type FriendlyCall = z.infer<typeof FriendlyCall>;

export const listFriendlyCalls = contract({
  operation: 'listFriendlyCalls',
  method: 'GET',
  path: '/api/readings/steady',
  summary: 'Who reported the same value six times running: worth a friendly call, never an accusation',
  query: z.strictObject({ gridId: Id.optional() }),
  reply: z.object({ items: z.array(FriendlyCall) }),
  errors: [],
});

export const getCurve = contract({
  operation: 'getCurve',
  method: 'GET',
  path: '/api/residents/{id}/readings',
  summary: 'The temperatures of somebody in order of time, from slots and beyond, with the fever line',
  params: z.object({ id: Id }),
  query: z.strictObject({
    since: Instant.optional().describe('21 days back unless told'),
  }),
  reply: z.object({
    points: z.array(CurvePoint),
    feverCelsius: z.number(),
    checkInDays: z.int().describe('Days in a row up to today with a voluntary check-in'),
  }),
  errors: [],
});
