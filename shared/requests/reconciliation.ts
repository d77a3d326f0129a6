import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';
import type { Ladder } from '../ladder';
import { errandActions, errandStates } from './errandLife';
import { payers } from './errandView';
import { line } from './fields';
import { errandKindNames } from './kinds';

/**
 * What the leader found out about something that was done without network while others went on: what is written down stands and theirs
 * was not done; both were done; theirs was done and not what is written down.
 */
export const reconciliationOutcomes = ['notDone', 'doneToo', 'doneInstead'] as const;
export type ReconciliationOutcome = (typeof reconciliationOutcomes)[number];

/** So long the leader has for it. */
export const reconcileWithinMinutes = 120;

/** Who hears of it while nobody has found out, counted from when it was opened. */
export const reconciliationLadder: Ladder = [
  { name: 'leader', afterMinutes: 0, tells: ['leader'] },
  { name: 'again', afterMinutes: 60, tells: ['leader'] },
  { name: 'office', afterMinutes: reconcileWithinMinutes, tells: ['office'] },
];

export const ReconciliationView = z.object({
  id: Id,
  version: Version,
  requestId: Id,
  kind: z.enum(errandKindNames),
  door: z.string(),
  by: z.object({ name: z.string(), phone: z.string().nullable() }).describe('Who did it'),
  steps: z.array(
    z.object({
      action: z.enum(errandActions),
      at: Instant,
      receivedAt: Instant,
      input: z.record(z.string(), z.unknown()).describe('What was written with it; never a door code'),
    }),
  ),
  errand: z
    .object({
      state: z.enum(errandStates),
      other: z
        .object({ name: z.string(), phone: z.string().nullable() })
        .nullable()
        .describe('Who has it now, where that is somebody else'),
    })
    .describe('What is written down now'),
  openedAt: Instant,
  dueAt: Instant,
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  outcome: z.enum(reconciliationOutcomes).nullable(),
  text: z.string().nullable(),
  actions: z.array(z.enum(['close'])),
});
export type ReconciliationView = z.infer<typeof ReconciliationView>;

const One = z.object({ id: Id });

export const listReconciliations = contract({
  operation: 'listReconciliations',
  method: 'GET',
  path: '/api/reconciliations',
  summary:
    'What was done without network and could not be written down as done; of leaders, and of whoever did it',
  query: z.strictObject({ open: z.enum(['true']).optional(), requestId: Id.optional(), ...pageQuery }),
  reply: page(ReconciliationView),
  errors: [],
});

export const getReconciliation = contract({
  operation: 'getReconciliation',
  method: 'GET',
  path: '/api/reconciliations/{id}',
  summary: 'One of them, with what was done and how the errand stands',
  params: One,
  reply: ReconciliationView,
  errors: [],
});

export const closeReconciliation = contract({
  operation: 'closeReconciliation',
  method: 'POST',
  path: '/api/reconciliations/{id}/close',
  summary:
    'What the leader found out; nothing of the errand changes by it, and what was bought is owed like any other purchase',
  params: One,
  body: z.strictObject({
    seenVersion: Version,
    outcome: z.enum(reconciliationOutcomes),
    text: line(200).optional(),
    pays: z
      .enum(payers)
      .optional()
      .describe('Who pays for what was bought without network, where the outcome says that it was done'),
  }),
  reply: ReconciliationView,
  errors: ['request.movedOn'],
});
