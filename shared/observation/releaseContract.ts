import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Version } from '../fields';
import { ObservationView } from './contract';
import { mostReleases, releaseReasons } from './release';
import { testResults } from './tests';

const Text = z.string().trim().min(1).max(500);
const One = z.object({ id: Id });
const Seen = { seenVersion: Version };

/** Why it is released before its day or after it. The text is sealed. */
export const ReleaseReason = z.strictObject({ code: z.enum(releaseReasons), text: Text });

export const checkObservation = contract({
  operation: 'checkObservation',
  method: 'POST',
  path: '/api/observations/{id}/check',
  summary: 'The worker has checked it, from the last day on, and has seen which temperatures were missed',
  params: One,
  body: z.strictObject({
    ...Seen,
    acknowledgedSlotIds: z.array(Id).max(200).default([]).describe('All that are missed at this moment'),
  }),
  reply: ObservationView,
  errors: ['observation.movedOn', 'observation.tooEarly', 'observation.missedMore'],
});

export const releaseObservation = contract({
  operation: 'releaseObservation',
  method: 'POST',
  path: '/api/observations/{id}/release',
  summary: 'Ends the observation; before its day or later than the day after only with a reason',
  params: One,
  body: z.strictObject({ ...Seen, reason: ReleaseReason.optional() }),
  reply: ObservationView,
  errors: ['observation.movedOn', 'observation.blocked'],
});

export const releaseObservations = contract({
  operation: 'releaseObservations',
  method: 'POST',
  path: '/api/observations/releases',
  summary: 'Releases many; each answers for itself',
  body: z.strictObject({
    releases: z
      .array(z.strictObject({ id: Id, ...Seen }))
      .min(1)
      .max(mostReleases)
      .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, {
        params: { code: 'slot.twice' },
      }),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        id: Id,
        status: z.int(),
        observation: ObservationView.optional(),
        problem: z
          .object({
            code: z.string(),
            params: z.any().optional(),
            errors: z.array(z.object({ path: z.string(), code: z.string(), params: z.any().optional() })),
          })
          .optional(),
      }),
    ),
  }),
  status: 207,
  errors: [],
});

export const approveObservation = contract({
  operation: 'approveObservation',
  method: 'POST',
  path: '/api/observations/{id}/approve',
  summary: 'The superior has agreed to the release, where the policy asks for it',
  params: One,
  body: z.strictObject({ ...Seen, reference: Text.describe('Who agreed, and under which number or call') }),
  reply: ObservationView,
  errors: ['observation.movedOn'],
});

export const recordTest = contract({
  operation: 'recordTest',
  method: 'POST',
  path: '/api/observations/{id}/tests',
  summary: 'A test and its result; a positive one is told at once',
  params: One,
  body: z.strictObject({
    ...Seen,
    day: z.int().min(1).max(100).describe('Day of the period that it stands for'),
    takenOn: Day.describe('That day, or a later one where it was missed'),
    result: z.enum(testResults),
  }),
  reply: ObservationView,
  status: 201,
  errors: ['observation.movedOn', 'observation.tooManyTests'],
});

export const returnObservation = contract({
  operation: 'returnObservation',
  method: 'POST',
  path: '/api/observations/{id}/return',
  summary: 'Back from a hospital or a central place: what is still to come is owed again',
  params: One,
  body: z.strictObject(Seen),
  reply: ObservationView,
  errors: ['observation.movedOn'],
});

export const annulObservation = contract({
  operation: 'annulObservation',
  method: 'POST',
  path: '/api/observations/{id}/annul',
  summary: 'It was opened by mistake; it is kept, and nothing is owed any more',
  params: One,
  body: z.strictObject({ ...Seen, reason: Text }),
  reply: ObservationView,
  errors: ['observation.movedOn'],
});
