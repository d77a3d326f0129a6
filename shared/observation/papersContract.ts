import * as z from 'zod';
import { RevealReason } from '../audit/contract';
import { contract } from '../contract';
import { Id } from '../fields';

const PaperQuery = z.strictObject({
  reason: RevealReason.optional().describe(
    'Staff: with it the name is in full, and the person’s access log says so',
  ),
});

export const readRecord = contract({
  operation: 'readRecord',
  method: 'GET',
  path: '/api/observations/{id}/record',
  summary: 'One person’s temperatures, symptoms and fevers as an A4 page (PDF), for a hospital',
  params: z.object({ id: Id }),
  query: PaperQuery,
  reply: 'file',
  errors: ['destroyed'],
});

export const readRelease = contract({
  operation: 'readRelease',
  method: 'GET',
  path: '/api/observations/{id}/release',
  summary: 'The release notice as an A4 page (PDF)',
  params: z.object({ id: Id }),
  query: PaperQuery,
  reply: 'file',
  errors: ['destroyed', 'observation.movedOn'],
});

export const readResidentRecord = contract({
  operation: 'readResidentRecord',
  method: 'GET',
  path: '/api/residents/{id}/record',
  summary:
    'The temperatures, symptoms and fevers of somebody in the last three weeks as an A4 page (PDF), whether or not they are under observation',
  params: z.object({ id: Id }),
  query: PaperQuery,
  reply: 'file',
  errors: ['destroyed'],
});
