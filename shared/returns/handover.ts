import * as z from 'zod';
import type { RevealReason } from '../audit/contract';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery } from '../fields';
import type { Ladder } from '../ladder';
import { documentKinds } from '../roster/identity';
import { addMinutes } from '../time';
import { ReturnView } from './view';

/** An offer without an answer climbs after this (domain, section 3.4); the first community answers for it meanwhile. */
export const answerWithinMinutes = 240;
export const answerBy = (offeredAt: Date): Date => addMinutes(offeredAt, answerWithinMinutes);

/** Rungs of an offer without an answer, told in both communities. */
export const unansweredLadder: Ladder = [
  { name: 'due', afterMinutes: 0, tells: ['responsible', 'office'] },
  { name: 'head', afterMinutes: 60, tells: ['officeHead', 'duty'] },
];

export const handoverAnswers = ['taken', 'refused'] as const;

/** What the other office sees until it has taken it: how many, from where, when. */
export const HandoverView = z.object({
  returnId: Id.describe('Of the first of them; the way to answer for all'),
  from: z.object({ id: Id, name: z.string(), phone: z.string().describe('Duty telephone') }),
  people: z.int(),
  names: z.array(z.string()).describe('Masked'),
  urgency: z.enum(['fever', 'normal']),
  isObserved: z.boolean().describe('An observation is under way and goes on in the community that takes it'),
  arrivesAt: Instant,
  offeredAt: Instant,
  dueAt: Instant,
  answer: z.enum(handoverAnswers).nullable(),
  actions: z.array(z.enum(['take', 'refuse'])),
});
export type HandoverView = z.infer<typeof HandoverView>;

export const listHandovers = contract({
  operation: 'listHandovers',
  method: 'GET',
  path: '/api/handovers',
  summary: 'What other communities offer to this one, newest first; masked until it is taken',
  query: z.strictObject({ open: z.stringbool().optional().describe('Only what waits'), ...pageQuery }),
  reply: page(HandoverView),
  errors: [],
});

const params = z.object({ id: Id.describe('Of the return that is offered') });

export const takeHandover = contract({
  operation: 'takeHandover',
  method: 'POST',
  path: '/api/returns/{id}/take',
  summary: 'The other community takes over: the party is declared there, and ends here, in one step',
  params,
  body: z.strictObject({
    dwellingId: Id.optional().describe('Where they will live; without it the office places them later'),
  }),
  reply: z.object({ partyId: Id, returns: z.array(ReturnView) }),
  errors: ['return.movedOn', 'return.declaredElsewhere', 'key.reused', 'destroyed'],
});

export const refuseHandover = contract({
  operation: 'refuseHandover',
  method: 'POST',
  path: '/api/returns/{id}/refuse',
  summary: 'The other community does not take it; the first one goes on',
  params,
  body: z.strictObject({ reason: z.string().trim().min(1).max(200).describe('Read by the first community') }),
  reply: HandoverView,
  errors: ['return.movedOn', 'key.reused'],
});

/** Why a paper with full names leaves: the person goes to another place, or help is needed at once. */
export const paperReasons = ['handover', 'emergency'] as const satisfies readonly RevealReason[];

const PaperPerson = z.object({
  name: z.string(),
  document: z.object({ kind: z.enum(documentKinds), number: z.string().nullable() }),
  phone: z.string().nullable(),
  symptoms: z.array(z.string()),
  reading: ReturnView.shape.reading,
  observation: z.object({ firstDay: z.string(), lastDay: z.string() }).nullable(),
});

/** What a community that is not on this deployment has to know; in full, to be printed. */
export const Paper = z.object({
  community: z.object({ name: z.string(), phone: z.string().describe('Duty telephone') }),
  door: z.string(),
  origin: ReturnView.shape.origin,
  leftAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  transport: ReturnView.shape.transport,
  people: z.array(PaperPerson),
  openedAt: Instant,
});
export type Paper = z.infer<typeof Paper>;

export const openPaper = contract({
  operation: 'openPaper',
  method: 'POST',
  path: '/api/returns/{id}/papers',
  summary:
    'Everything another community has to know of a party, in full, for a paper; each field of each person is recorded before it leaves',
  params: z.object({ id: Id }),
  body: z.strictObject({ reason: z.enum(paperReasons) }),
  reply: Paper,
  errors: ['return.incomplete', 'destroyed'],
});
