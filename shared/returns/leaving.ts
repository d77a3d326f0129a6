import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';
import { leavingActions, leavingStates } from './leavingLife';

/** A leaving may be reported this long before it, and this long after. */
export const leavingAheadDays = 30;
export const leavingBackDays = 3;

const reason = z.string().trim().min(1).max(200);

export const LeavingView = z.object({
  id: Id,
  state: z.enum(leavingStates),
  version: Version,
  residentId: Id,
  householdId: Id,
  returnId: Id.nullable().describe('The return that it ends or hands over'),
  nextReturnId: Id.nullable().describe('The return with which the person came back'),
  door: z.string(),
  name: z.string().describe('In full for the own household, masked otherwise'),
  leavesAt: Instant,
  to: z.string(),
  toCommunity: z.string().nullable(),
  isObserved: z.boolean().describe('Under observation: the worker has to agree'),
  reportedAt: Instant,
  dueAt: Instant,
  refused: z.string().nullable(),
  actions: z.array(z.enum(leavingActions)),
});
export type LeavingView = z.infer<typeof LeavingView>;

export const reportLeaving = contract({
  operation: 'reportLeaving',
  method: 'POST',
  path: '/api/residents/{id}/leavings',
  summary:
    'Says that a person leaves; ends or hands over what is open. Under observation a worker has to agree',
  params: z.object({ id: Id }),
  body: z.strictObject({
    leavesAt: Instant,
    to: z.string().trim().min(1).max(100).describe('Where to, in words'),
    communityId: Id.optional().describe('A community of this deployment that takes over an observation'),
  }),
  reply: LeavingView,
  status: 201,
  errors: ['key.reused', 'return.movedOn', 'leaving.movedOn'],
});

export const listLeavings = contract({
  operation: 'listLeavings',
  method: 'GET',
  path: '/api/leavings',
  summary: 'Leavings in view, newest first',
  query: z.strictObject({
    residentId: Id.optional(),
    state: z.enum(leavingStates).optional(),
    ...pageQuery,
  }),
  reply: page(LeavingView),
  errors: [],
});

export const answerLeaving = contract({
  operation: 'answerLeaving',
  method: 'POST',
  path: '/api/leavings/{id}/answer',
  summary: 'The worker’s word on a leaving under observation',
  params: z.object({ id: Id }),
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('agree'), seenVersion: Version }),
    z.strictObject({
      decision: z.literal('refuse'),
      seenVersion: Version,
      reason: reason.describe('Shown to the person'),
    }),
  ]),
  reply: LeavingView,
  errors: ['leaving.movedOn', 'key.reused'],
});

export const withdrawLeaving = contract({
  operation: 'withdrawLeaving',
  method: 'POST',
  path: '/api/leavings/{id}/withdraw',
  summary: 'The person stays after all',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version }),
  reply: LeavingView,
  errors: ['leaving.movedOn', 'key.reused'],
});
