import * as z from 'zod';
import { Role } from '../accounts/contract';
import { Revealed } from '../audit/contract';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery, Version } from '../fields';
import { CaseView, caseInputs } from './caseView';
import { errandActions } from './errandLife';
import { channels, ErrandView, errandInputs } from './errandView';
import { line } from './fields';
import { caseKindNames, caseKindOf, errandKindNames, requestKindNames } from './kinds';
import { caseActions } from './lives';
import { wishedHours } from './wish';

/** Something asked for or raised; which of the two says `life`. */
export const RequestView = z.discriminatedUnion('life', [CaseView, ErrandView]);
export type RequestView = z.infer<typeof RequestView>;

/** So many photos an order may bring along. */
export const mostPhotosOfOrder = 3;

/** What each action needs beside the version that was seen. An action that both lives have needs the same in both. */
export const actionInputs = { ...errandInputs, ...caseInputs };

const raisable = caseKindNames.filter((name) => caseKindOf(name).raisedBy.length);

export const placeRequest = contract({
  operation: 'placeRequest',
  method: 'POST',
  path: '/api/requests',
  summary: 'Orders an errand, or raises a case; what its kind asks for stands in `details`',
  body: z
    .strictObject({
      kind: z.enum([...errandKindNames, ...raisable]),
      about: z
        .union([
          z.strictObject({ householdId: Id }),
          z.strictObject({ residentId: Id }),
          z.strictObject({ dwellingId: Id }),
          z.strictObject({ place: line(100) }),
        ])
        .describe('A door, or a place in words, of cases that staff raise and that are about nobody'),
      details: z.record(z.string(), z.unknown()),
      urgent: z.boolean().default(false).describe('Of an errand; of a case its kind says so'),
      wish: z
        .strictObject({ day: Day, by: z.enum(wishedHours).optional() })
        .optional()
        .describe('On which day it is wanted, or by when on it; without one as soon as that is usual'),
      channel: z.enum(channels).describe('`app` of a household, the others of staff'),
      caller: line(60).optional().describe('Who asked at the desk: a name, a telephone'),
      note: line(200).optional(),
      fileIds: z
        .array(Id)
        .max(mostPhotosOfOrder)
        .default([])
        .describe('Photos brought for use `order` or `prescription`'),
    })
    .refine(({ channel, caller }) => channel !== 'desk' || caller, {
      path: ['caller'],
      params: { code: 'required' },
    }),
  reply: RequestView,
  status: 201,
  errors: ['key.reused', 'destroyed'],
});

export const listRequests = contract({
  operation: 'listRequests',
  method: 'GET',
  path: '/api/requests',
  summary: 'Requests in view, the newest first',
  query: z.strictObject({
    householdId: Id.optional(),
    residentId: Id.optional(),
    gridId: Id.optional(),
    life: z.enum(['case', 'errand']).optional(),
    kind: z.enum(requestKindNames).optional(),
    open: z.enum(['true']).optional(),
    pool: z
      .enum(['true'])
      .optional()
      .describe('For staff: errands of the own estates that nobody has accepted'),
    held: z
      .enum(['true'])
      .optional()
      .describe('For staff: errands that the caller has accepted and not delivered'),
    ...pageQuery,
  }),
  reply: page(RequestView),
  errors: [],
});

export const getRequest = contract({
  operation: 'getRequest',
  method: 'GET',
  path: '/api/requests/{id}',
  summary: 'One request with its history and who was told',
  params: z.object({ id: Id }),
  reply: RequestView,
  errors: [],
});

export const actOnRequest = contract({
  operation: 'actOnRequest',
  method: 'POST',
  path: '/api/requests/{id}/actions/{action}',
  summary: 'One step in the life of a request; what each action needs stands in `input`',
  params: z.object({ id: Id, action: z.enum([...new Set([...caseActions, ...errandActions])]) }),
  body: z.strictObject({
    seenVersion: Version,
    at: Instant.optional().describe(
      'When it was done, if not now; of whoever held the errand then it is judged by the history',
    ),
    input: z.record(z.string(), z.unknown()).default({}),
  }),
  reply: RequestView,
  putOff: z.strictObject({
    reconciliationId: Id.describe('Others went on with it meanwhile: kept, and the leader finds out'),
  }),
  errors: [
    'request.movedOn',
    'request.tooLate',
    'request.full',
    'request.nobodyReached',
    'request.held',
    'request.unheld',
    'request.objected',
    'request.asked',
    'request.notAsked',
    'request.codeSpent',
    'destroyed',
  ],
});

export const listCarriers = contract({
  operation: 'listCarriers',
  method: 'GET',
  path: '/api/requests/{id}/carriers',
  summary:
    'Who may carry an errand in place of whoever has it: present workers and leaders of its estate, the office where no leader is there, and whom it is offered; for its holder, leader and office',
  params: z.object({ id: Id }),
  reply: z.object({
    items: z.array(z.object({ accountId: Id, name: z.string(), role: Role, grid: z.string().nullable() })),
  }),
  errors: [],
});

export const revealRequestPhone = contract({
  operation: 'revealRequestPhone',
  method: 'POST',
  path: '/api/requests/{id}/reveals',
  summary:
    'The telephone of the person, or of the household’s contact, to call about a request; recorded first',
  params: z.object({ id: Id }),
  body: z.strictObject({ field: z.literal('phone'), reason: z.literal('call') }),
  reply: Revealed,
  errors: ['destroyed'],
});
