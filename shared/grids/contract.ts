import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, ReasonPart } from '../fields';

const found = {
  account: Id.optional().describe('Absent when the duty officer has no account yet'),
  name: z.string(),
  phone: z.string(),
  grid: z.object({ id: Id, name: z.string() }).nullable(),
  reason: z.array(ReasonPart).min(1),
};
export const Responsible = z.object(found);
export type Responsible = z.infer<typeof Responsible>;

export const getResponsible = contract({
  operation: 'getResponsible',
  method: 'GET',
  path: '/api/dwellings/{id}/responsible',
  summary: 'Who answers for this door, now or at a moment, and why',
  params: z.object({ id: Id }),
  query: z.strictObject({
    at: Instant.optional().describe('By the grids as they are now and the absences of that moment'),
  }),
  reply: Responsible.extend({
    called: z.object(found).describe('Who is called for urgent things at that moment: duty hours count'),
  }),
  errors: [],
});
