import * as z from 'zod';
import { Revealed, revealOf } from '../audit/contract';
import { contract } from '../contract';
import { Id, page, pageQuery, Version } from '../fields';
import { StartEvent } from '../observation/contract';
import { Corrections, Declaration } from './declaration';
import { returnStates } from './life';
import { ReturnView } from './view';

export const declareReturn = contract({
  operation: 'declareReturn',
  method: 'POST',
  path: '/api/returns',
  summary: 'Declares the return of one person or a family; one return each person',
  body: Declaration,
  reply: z.object({ partyId: Id, returns: z.array(ReturnView) }),
  status: 201,
  errors: ['key.reused', 'return.declaredElsewhere', 'return.movedOn', 'return.tooManyChanges', 'destroyed'],
});

export const listReturns = contract({
  operation: 'listReturns',
  method: 'GET',
  path: '/api/returns',
  summary: 'Returns in view, newest first',
  query: z.strictObject({
    householdId: Id.optional(),
    partyId: Id.optional(),
    gridId: Id.optional(),
    state: z.enum(returnStates).optional(),
    ...pageQuery,
  }),
  reply: page(ReturnView),
  errors: [],
});

export const getReturn = contract({
  operation: 'getReturn',
  method: 'GET',
  path: '/api/returns/{id}',
  summary: 'One return',
  params: z.object({ id: Id }),
  reply: ReturnView,
  errors: [],
});

export const updateReturn = contract({
  operation: 'updateReturn',
  method: 'PATCH',
  path: '/api/returns/{id}',
  summary: 'Corrects a declaration that is not verified yet; every change is kept',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version, ...Corrections.shape }),
  reply: ReturnView,
  errors: ['return.movedOn', 'return.declaredElsewhere', 'return.tooManyChanges'],
});

export const verifyReturn = contract({
  operation: 'verifyReturn',
  method: 'POST',
  path: '/api/returns/{id}/verify',
  summary:
    'Confirms, rejects or offers to another community, one return or its party; confirming opens the observations',
  params: z.object({ id: Id }),
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('confirm'),
      seenVersion: Version.describe('The version on the screen when it was tapped'),
      party: z.boolean().default(false).describe('All declared returns of the party in one transaction'),
      corrections: Corrections.default({}),
      startEvent: StartEvent.describe('What day 1 is counted from'),
    }),
    z.strictObject({
      decision: z.literal('reject'),
      seenVersion: Version,
      party: z.boolean().default(false),
      reason: z.string().trim().min(1).max(200).describe('Shown to the person'),
    }),
    z.strictObject({
      decision: z.literal('offer'),
      seenVersion: Version,
      party: z.boolean().default(false),
      communityId: Id.describe('The community that is to take it; this one answers for it until then'),
    }),
  ]),
  reply: z.object({ returns: z.array(ReturnView) }),
  errors: [
    'return.movedOn',
    'return.declaredElsewhere',
    'return.incomplete',
    'return.unplaced',
    'return.tooManyChanges',
    'key.reused',
  ],
});

export const withdrawReturn = contract({
  operation: 'withdrawReturn',
  method: 'POST',
  path: '/api/returns/{id}/withdraw',
  summary: 'Takes back a declaration that is not verified yet',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version, party: z.boolean().default(false) }),
  reply: z.object({ returns: z.array(ReturnView) }),
  errors: ['return.movedOn', 'key.reused'],
});

export const revealFields = ['name', 'document', 'phone'] as const;

export const revealReturnField = contract({
  operation: 'revealReturnField',
  method: 'POST',
  path: '/api/returns/{id}/reveals',
  summary: 'Opens one masked field of a declaration, with a reason; recorded before the text leaves',
  params: z.object({ id: Id }),
  body: revealOf(revealFields),
  reply: Revealed,
  errors: [],
});
