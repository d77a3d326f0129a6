import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, pageQuery, ReasonPart, Version } from '../fields';

export const WorklistItem = z.object({
  kind: z.enum([
    ...(['return', 'leaving', 'handover', 'request', 'reconciliation', 'ring'] as const),
    ...(['payment', 'slots', 'visit', 'trash', 'observation'] as const),
  ]),
  id: Id.describe(
    'Of the return, or the first of those offered; of the leaving; of the request, also of one to be asked about; of the reconciliation; of the payment; of the first slot or observation',
  ),
  version: Version,
  urgency: z.enum(['fever', 'normal']),
  dueAt: Instant,
  door: z.string().describe('Empty of people who are only offered, and of what stands for several doors'),
  title: ReasonPart.describe(
    '`return.unverified`, `return.tipped` or `return.placeAddress` with people, place, transport, number, arrivedAt, surname; `leaving.asked` with people, surname, leavesAt; `handover.offered` with people, surname, from, arrivedAt; `fever.raised`, `fever.acknowledged` or `fever.handling` with celsius, band, symptoms (codes, a comma between), takenAt, surname, age (or null), filledBy, minutes (since it was raised), second (state of the second reading); `<kind>.<state>` of another case with surname, age, raisedAt, minutes; of an errand with size, urgent, isHeld, leaseUntil; `reconciliation.open` with steps, minutes (since it was opened), requestId, kind and state of the errand, by and doneAt (who did it without network, and when first), other (who has it now, if somebody else); `payment.disputed` with kind of the errand, householdId, amountFen, by (who laid it out); `errand.ring` with kind and deliveredAt of the errand; `slots.unreported` with day, window, people, doors; `visit.owed` with day, people, doors; `trash.owed` with day, doors; `medicine.runningLow` of an errand that is over; `observation.check` and `observation.release` with day (the last one), people, doors; `observation.away` with people, doors',
  ),
  mine: z.boolean().describe('Whether the caller is responsible now'),
  responsible: z.object({ name: z.string(), phone: z.string() }),
  actions: z.array(z.string()),
});
export type WorklistItem = z.infer<typeof WorklistItem>;

export const getWorklist = contract({
  operation: 'getWorklist',
  method: 'GET',
  path: '/api/worklist',
  summary: 'What waits for somebody in the caller’s grids, the most urgent first',
  query: z.strictObject(pageQuery),
  reply: z.object({
    items: z.array(WorklistItem),
    counts: z
      .object({
        open: z.int(),
        fever: z.int(),
        overdue: z.int(),
        leavings: z.int(),
        handovers: z.int(),
        cases: z.int(),
        errands: z.int(),
        unaccepted: z.int(),
        reconciliations: z.int(),
        disputes: z.int(),
        rings: z.int(),
        unreported: z.int(),
        visits: z.int(),
        trash: z.int(),
        runningLow: z.int(),
        checks: z.int(),
        releases: z.int(),
        away: z.int(),
      })
      .describe(
        'People to verify, of them with a fever, and overdue; leavings and offers to answer; open cases; errands the caller has accepted and not delivered; errands at the caller’s doors that nobody has accepted; what was done without network and is to be found out about; money laid out for a household that disputes it; deliveries to be asked about by telephone; temperatures whose call has come; follow-ups still owed; doors whose standing trash is still there; medicine that runs low where nobody has a telephone; people whose last day has come and who are not checked; those whose period is over and who are not released; those in a hospital or a central place for days',
      ),
    next: z.string().nullable(),
  }),
  errors: [],
});
