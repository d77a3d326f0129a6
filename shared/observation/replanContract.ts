import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Version } from '../fields';
import { ObservationView } from './contract';
import { dateCodes } from './replan';

export const replanObservation = contract({
  operation: 'replanObservation',
  method: 'POST',
  path: '/api/observations/{id}/replan',
  summary: 'Another policy or another last day: what is to come is planned anew, the past is left alone',
  params: z.object({ id: Id }),
  body: z.strictObject({
    seenVersion: Version,
    change: z.union([
      z.strictObject({ lastDay: Day }),
      z.strictObject({ policy: z.strictObject({ id: z.string().max(60), version: z.int() }) }),
    ]),
    reason: z.string().trim().min(1).max(500).describe('Sealed; shown to the office'),
    preview: z.boolean().default(false).describe('Only answers what would change'),
  }),
  reply: z.object({
    observation: ObservationView,
    dates: z
      .array(z.object({ code: z.enum(dateCodes), n: z.int(), from: Day.nullable(), to: Day.nullable() }))
      .describe('Every date that changes'),
    slots: z.object({
      kept: z.int(),
      opened: z.int(),
      reopened: z.int(),
      excused: z.int(),
    }),
  }),
  errors: ['observation.movedOn'],
});
