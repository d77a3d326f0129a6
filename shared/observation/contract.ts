import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery, Version } from '../fields';
import { startEventKinds } from './days';

export const observationStates = ['open', 'released', 'referred', 'transferred', 'annulled'] as const;

export const StartEvent = z.strictObject({ kind: z.enum(startEventKinds), at: Instant });

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
});
export type ObservationView = z.infer<typeof ObservationView>;

export const listObservations = contract({
  operation: 'listObservations',
  method: 'GET',
  path: '/api/observations',
  summary: 'Observations in view, newest first',
  query: z.strictObject({
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
