import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, Version } from '../fields';
import { RowProblem } from '../rowProblem';

/** Nobody plans a longer trip than a shift. */
export const longestRunMinutes = 8 * 60;
/** So long after its planned end what is in it is still held (domain, section 5). */
export const afterRunMinutes = 60;

export const RunView = z.object({
  id: Id,
  version: Version,
  estate: z.string(),
  building: z.string(),
  startedAt: Instant,
  endsAt: Instant.describe('As it was planned'),
  endedAt: Instant.nullable(),
});
export type RunView = z.infer<typeof RunView>;

export const startRun = contract({
  operation: 'startRun',
  method: 'POST',
  path: '/api/runs',
  summary:
    'A trip through a building with its planned end; what is put into it is held until an hour after that',
  body: z.strictObject({
    estate: z.string().trim().max(40).default(''),
    building: z.string().trim().min(1).max(20),
    endsAt: Instant,
    errands: z
      .array(z.strictObject({ requestId: Id, seenVersion: Version }))
      .max(100)
      .refine((rows) => new Set(rows.map(({ requestId }) => requestId)).size === rows.length, {
        params: { code: 'request.twice' },
      })
      .default([]),
  }),
  reply: z.object({
    run: RunView,
    results: z
      .array(
        z.object({
          requestId: Id,
          status: z.int(),
          version: Version.optional(),
          problem: RowProblem.optional(),
        }),
      )
      .describe('Each errand answers for itself'),
  }),
  status: 201,
  errors: ['key.reused'],
});

export const endRun = contract({
  operation: 'endRun',
  method: 'POST',
  path: '/api/runs/{id}/end',
  summary: 'The trip is over; what was not brought stays with whoever has it',
  params: z.object({ id: Id }),
  reply: RunView,
  errors: [],
});
