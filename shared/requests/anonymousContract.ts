import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant } from '../fields';
import { caseKindsFor } from './kinds';
import { caseStates } from './lives';
import { readReceipt, receiptLength } from './receipt';

/** How something stands that nobody signed: no door, no name, nobody’s text but the answer. */
export const AnonymousReport = z.object({
  kind: z.enum(caseKindsFor('anybody')),
  state: z.enum(caseStates),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  handledAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  dueAt: Instant.nullable().describe('By when the next step is owed; null when closed'),
  outcome: z.string().nullable(),
  answer: z.string().nullable(),
  addedAt: z.array(Instant).describe('When something was added by the same code'),
  mayAdd: z.boolean(),
});
export type AnonymousReport = z.infer<typeof AnonymousReport>;

export const reportAnonymously = contract({
  operation: 'reportAnonymously',
  method: 'POST',
  path: '/api/anonymous-reports',
  summary: 'Reports something without an account; the receipt code is the one way back to it',
  body: z.strictObject({
    communityId: Id,
    kind: z.enum(caseKindsFor('anybody')),
    details: z.record(z.string(), z.unknown()),
  }),
  reply: z.object({ receiptCode: z.string(), report: AnonymousReport }),
  status: 201,
  errors: ['key.reused', 'destroyed'],
});

const receipt = {
  communityId: Id,
  receiptCode: z
    .string()
    .max(60)
    .transform(readReceipt)
    .refine((code) => code.length === receiptLength, { params: { code: 'format' } }),
};
/** The one way back to what nobody signed. */
export type Receipt = z.infer<z.ZodObject<typeof receipt>>;

/** So often something may be added to one report. */
export const mostAdditions = 20;

export const getAnonymousReport = contract({
  operation: 'getAnonymousReport',
  method: 'POST',
  path: '/api/anonymous-reports/lookups',
  summary: 'How it stands, for whoever has the receipt code; a code in an address would be kept on the way',
  body: z.strictObject(receipt),
  reply: AnonymousReport,
  keyless: true,
  errors: [],
});

export const addToAnonymousReport = contract({
  operation: 'addToAnonymousReport',
  method: 'POST',
  path: '/api/anonymous-reports/additions',
  summary:
    'Further words by whoever has the receipt code; what is closed is opened by them, within seven days',
  body: z.strictObject({ ...receipt, text: z.string().trim().min(1).max(500) }),
  reply: AnonymousReport,
  status: 201,
  errors: ['key.reused', 'destroyed', 'request.full', 'request.tooLate', 'request.movedOn'],
});
