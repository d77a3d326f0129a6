import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery, Version } from '../fields';
import { ReadingView } from '../temperatures/reading';
import { slotStates } from './slotState';

export const SlotView = z.object({
  id: Id,
  kind: z.literal('temperature'),
  residentId: Id,
  observationId: Id,
  day: Day,
  window: z.enum(['morning', 'evening']),
  opensAt: Instant,
  dueAt: Instant,
  closesAt: Instant,
  state: z.enum(slotStates),
  arrivedAfterClose: z.boolean(),
  readings: z.array(ReadingView),
  version: Version,
  actions: z.array(z.string()),
});
export type SlotView = z.infer<typeof SlotView>;

export const listSlots = contract({
  operation: 'listSlots',
  method: 'GET',
  path: '/api/slots',
  summary: 'What is owed: by household, person, observation or grid, in order of time',
  query: z
    .strictObject({
      householdId: Id.optional(),
      residentId: Id.optional(),
      observationId: Id.optional(),
      gridId: Id.optional(),
      date: Day.optional(),
      ...pageQuery,
    })
    .refine((q) => q.householdId || q.residentId || q.observationId || q.gridId, {
      path: ['observationId'],
      params: { code: 'required' },
    }),
  reply: page(SlotView),
  errors: [],
});
