import * as z from 'zod';
import { Revealed } from '../audit/contract';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery, Version } from '../fields';
import { windowNames } from '../schedules/windows';
import { startEventKinds } from './days';
import { observationActions, observationStates } from './life';
import { blockingCodes } from './release';
import { testResults } from './tests';

export const StartEvent = z.strictObject({ kind: z.enum(startEventKinds), at: Instant });

export const TestView = z.object({
  day: z.int().describe('Day of the period, from 1'),
  takenOn: Day,
  result: z.enum(testResults),
  recordedAt: Instant,
});

/** How far the release has come (domain, section 3.11). */
export const ReleaseView = z.object({
  blocking: z.array(z.object({ code: z.enum(blockingCodes), params: z.record(z.string(), z.any()) })),
  canCheckFrom: Instant,
  checkedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  missed: z
    .array(
      z.object({
        slotId: Id,
        day: Day,
        window: z.enum(windowNames),
        isSeen: z.boolean().describe('The last check has acknowledged it'),
      }),
    )
    .describe('Temperatures that were never reported; they do not block'),
  requiredTests: z.array(
    z.object({
      day: z.int(),
      date: Day,
      result: z.enum(testResults).nullable().describe('The best there is'),
    }),
  ),
});
export type ReleaseView = z.infer<typeof ReleaseView>;

export const ObservationView = z.object({
  id: Id,
  state: z.enum(observationStates),
  version: Version,
  returnId: Id,
  partyId: Id,
  residentId: Id,
  householdId: Id,
  dwellingId: Id.nullable(),
  door: z.string(),
  name: z.string().describe('In full for the own household, masked otherwise'),
  basis: z.enum(['return', 'coResident', 'contact']),
  policy: z.object({
    id: z.string(),
    version: z.int(),
    edition: z.object({ zh: z.string(), en: z.string() }),
  }),
  startEvent: z.object({ kind: z.enum(startEventKinds), at: Instant }),
  firstDay: Day,
  lastDay: Day,
  endsAt: Instant,
  day: z.int().describe('Which day of the period it is now'),
  daysLeft: z.int(),
  slotCount: z.int(),
  openedAt: Instant,
  releasedAt: Instant.nullable(),
  phases: z.array(
    z.object({ place: z.enum(['home', 'central']), firstDay: Day, days: z.int(), readingsADay: z.int() }),
  ),
  tests: z.array(TestView).describe('Empty where an adult closed health data'),
  release: ReleaseView.nullable().describe(
    'Of one that goes on; in a list only where it is asked for by `endingBy`',
  ),
  isToldAtHome: z
    .boolean()
    .nullable()
    .describe('Whether anybody at home was told of the last step; for staff, of a single one'),
  actions: z.array(z.enum(observationActions)).describe('What the caller may do now'),
});
export type ObservationView = z.infer<typeof ObservationView>;

export const listObservations = contract({
  operation: 'listObservations',
  method: 'GET',
  path: '/api/observations',
  summary: 'Observations in view, newest first; with `endingBy` those that go on by their last day',
  query: z.strictObject({
    endingBy: Day.optional().describe(
      'They go on, and their last day is this one or before; with what a release needs',
    ),
    running: z.enum(['true']).optional().describe('They go on, at home or away'),
    householdId: Id.optional(),
    residentId: Id.optional(),
    gridId: Id.optional(),
    state: z.enum(observationStates).optional(),
    ...pageQuery,
  }),
  reply: page(ObservationView),
  errors: [],
});

export const getObservation = contract({
  operation: 'getObservation',
  method: 'GET',
  path: '/api/observations/{id}',
  summary: 'One observation',
  params: z.object({ id: Id }),
  reply: ObservationView,
  errors: [],
});

export const revealObservationPhone = contract({
  operation: 'revealObservationPhone',
  method: 'POST',
  path: '/api/observations/{id}/reveals',
  summary: 'The telephone of the person, or of whoever the household is reached by, to call; recorded first',
  params: z.object({ id: Id }),
  body: z.strictObject({ field: z.literal('phone'), reason: z.literal('call') }),
  reply: Revealed,
  errors: [],
});
