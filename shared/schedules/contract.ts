import * as z from 'zod';
import { Revealed } from '../audit/contract';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery, Version } from '../fields';
import { ToldLine } from '../notices/contract';
import { ReadingView } from '../temperatures/reading';
import { callResults } from './calls';
import { mostBags } from './collections';
import { slotKindNames } from './kinds';
import { slotStates } from './slotState';
import { visitMeans, visitNeeds, visitResults } from './visits';
import { windowNames } from './windows';

export const excuseReasons = ['hospital', 'asleep', 'unreachable', 'noThermometer', 'other'] as const;
/** Why the rest of an observation is not owed any more. */
export const endedBecause = ['released', 'transferred', 'died', 'annulled'] as const;
/** Reasons the system gives, beside those of a person. */
export const excusedBecause = [...excuseReasons, ...endedBecause, 'replanned', 'nothingToday'] as const;
export type ExcusedBecause = (typeof excusedBecause)[number];

export const VisitView = z.object({
  id: Id,
  at: Instant,
  means: z.enum(visitMeans),
  result: z.enum(visitResults),
  needs: z.array(z.enum(visitNeeds)),
  by: z.string().describe('Name of the worker'),
});

export const CollectionView = z.object({
  id: Id,
  at: Instant,
  bags: z.int(),
  infectiousBags: z.int().describe('Masks and tissues, kept apart'),
  by: z.string().describe('Name of the worker'),
});

export const SlotView = z.object({
  id: Id,
  kind: z.enum(slotKindNames),
  residentId: z.union([Id, z.literal('')]).describe('Empty of what a door owes as a whole'),
  door: z.string(),
  observationId: Id.nullable(),
  order: z.string().describe('Sorts doors by building, unit, floor and room'),
  day: Day,
  window: z.enum(windowNames),
  opensAt: Instant,
  dueAt: Instant,
  closesAt: Instant,
  state: z.enum(slotStates),
  excused: z.object({ reason: z.enum(excusedBecause), at: Instant }).nullable(),
  arrivedAfterClose: z.boolean().describe('What settled it was done in time and received after it closed'),
  readings: z.array(ReadingView),
  visits: z.array(VisitView),
  collections: z.array(CollectionView),
  version: Version,
  actions: z
    .array(z.enum(['report', 'visit', 'collect', 'excuse', 'skip']))
    .describe('What the caller may do now'),
  mayReport: z.boolean().describe('Whether the caller may fill it, now or once it has opened'),
});
export type SlotView = z.infer<typeof SlotView>;

/** One slot with who was told of it. */
export const SlotDetail = SlotView.extend({
  told: z.array(ToldLine).describe('For whoever may call about it: who was told, how, and what came of it'),
});
export type SlotDetail = z.infer<typeof SlotDetail>;

export const getSlot = contract({
  operation: 'getSlot',
  method: 'GET',
  path: '/api/slots/{id}',
  summary: 'One slot, and who was told of it',
  params: z.object({ id: Id }),
  reply: SlotDetail,
  errors: [],
});

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
      kind: z.enum(slotKindNames).default('temperature'),
      state: z.enum(slotStates).optional(),
      ...pageQuery,
    })
    .refine((q) => q.householdId || q.residentId || q.observationId || q.gridId, {
      path: ['observationId'],
      params: { code: 'required' },
    }),
  reply: page(SlotView),
  errors: [],
});

/** Somebody called about it. */
export const CallLine = z.object({
  at: Instant,
  result: z.enum(callResults),
  by: z.string().describe('Name of the member of staff'),
});
export type CallLine = z.infer<typeof CallLine>;

/** What somebody owes, with the way to them. */
export const OwedItem = z.object({
  slotId: Id,
  version: Version,
  residentId: Id,
  householdId: Id,
  observationId: Id.nullable(),
  door: z.string(),
  place: z.object({ estate: z.string(), building: z.string(), unit: z.string(), floor: z.string() }),
  name: z.string().describe('Masked'),
  phone: z.string().nullable().describe('Masked; of the person, else of the household’s contact'),
  canUsePhone: z.boolean(),
  goes: z.string().describe('Who answers for the door today: whoever cannot report is visited by them'),
  state: z.enum(slotStates),
  opensAt: Instant,
  dueAt: Instant,
  closesAt: Instant,
  isToCall: z.boolean().describe('The rung of the call has come'),
  lastCall: CallLine.nullable(),
  actions: z.array(z.enum(['report', 'excuse'])),
});
export type OwedItem = z.infer<typeof OwedItem>;

export const UnreportedItem = OwedItem.extend({
  leftInUnit: z.int().describe('So many of the same unit have not reported'),
});
export type UnreportedItem = z.infer<typeof UnreportedItem>;

/** Somebody who cannot report themselves. */
export const WithoutPhoneItem = OwedItem.extend({
  isAlone: z.boolean().describe('Nobody has an account that reports for them'),
  goerId: z.string().describe('Who goes there, among `goers`'),
});
export type WithoutPhoneItem = z.infer<typeof WithoutPhoneItem>;

export const SlotCounts = z.object({
  owed: z.int().describe('All but the excused'),
  done: z.int(),
  late: z.int(),
  open: z.int().describe('Not reported, still open'),
  overdue: z.int().describe('Of the open those past their due time'),
  missed: z.int(),
  excused: z.int(),
});
export type SlotCounts = z.infer<typeof SlotCounts>;

const windowQuery = {
  gridId: Id.optional().describe('A grid and all below it; the caller’s own unless told'),
  date: Day.optional(),
  window: z.enum(['morning', 'evening']).optional().describe('The one that is on, or was last, unless told'),
  ...pageQuery,
};

export const listUnreported = contract({
  operation: 'listUnreported',
  method: 'GET',
  path: '/api/slots/unreported',
  summary: 'Who has not reported in a window, by building, unit and floor; the counts are those of the list',
  query: z.strictObject(windowQuery),
  reply: z.object({
    date: Day,
    window: z.enum(['morning', 'evening']),
    counts: SlotCounts,
    items: z.array(UnreportedItem),
    next: z.string().nullable(),
  }),
  errors: [],
});

const Reported = {
  owed: z.int().describe('All but the excused'),
  reported: z.int().describe('Of them, in time or late'),
};

export const listWithoutPhone = contract({
  operation: 'listWithoutPhone',
  method: 'GET',
  path: '/api/slots/withoutPhone',
  summary:
    'Who cannot report themselves in a window, by who goes there today: people who use no telephone, and those for whom nobody has an account',
  query: z.strictObject(windowQuery),
  reply: z.object({
    date: Day,
    window: z.enum(['morning', 'evening']),
    counts: z.object(Reported),
    goers: z
      .array(z.object({ id: z.string(), name: z.string(), isMe: z.boolean(), ...Reported }))
      .describe('Who goes, in the order of the list, with the numbers of their part of it'),
    items: z.array(WithoutPhoneItem),
    next: z.string().nullable(),
  }),
  errors: [],
});

export const logCall = contract({
  operation: 'logCall',
  method: 'POST',
  path: '/api/slots/{id}/calls',
  summary: 'Somebody called about what is owed, and what came of it; it stays owed',
  params: z.object({ id: Id }),
  body: z.strictObject({ result: z.enum(callResults) }),
  reply: SlotView,
  status: 201,
  errors: ['slot.full'],
});

export const excuseSlot = contract({
  operation: 'excuseSlot',
  method: 'POST',
  path: '/api/slots/{id}/excuse',
  summary: 'Somebody need not do it, with a reason; what is excused stays excused',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version, reason: z.enum(excuseReasons) }),
  reply: SlotView,
  errors: ['slot.movedOn'],
});

export const revealSlotPhone = contract({
  operation: 'revealSlotPhone',
  method: 'POST',
  path: '/api/slots/{id}/reveals',
  summary:
    'The telephone of the person, or of whoever the household is reached by, to call about what is owed; recorded first',
  params: z.object({ id: Id }),
  body: z.strictObject({ field: z.literal('phone'), reason: z.literal('call') }),
  reply: Revealed,
  errors: [],
});

export const logVisit = contract({
  operation: 'logVisit',
  method: 'POST',
  path: '/api/slots/{id}/visits',
  summary: 'What came of a follow-up; one that reached the person settles the slot',
  params: z.object({ id: Id }),
  body: z.strictObject({
    means: z.enum(visitMeans),
    result: z.enum(visitResults),
    needs: z.array(z.enum(visitNeeds)).max(visitNeeds.length).default([]),
    at: Instant,
    enteredAt: Instant,
    clockOffsetMs: z.int().min(-1e12).max(1e12).default(0),
  }),
  reply: SlotView,
  status: 201,
  errors: ['slot.full'],
});

export const collectTrash = contract({
  operation: 'collectTrash',
  method: 'POST',
  path: '/api/slots/{id}/collections',
  summary: 'Standing trash was taken from the door: so many bags, and apart from them the infectious ones',
  params: z.object({ id: Id }),
  body: z
    .strictObject({
      bags: z.int().min(0).max(mostBags),
      infectiousBags: z.int().min(0).max(mostBags).default(0),
      at: Instant,
      enteredAt: Instant,
      clockOffsetMs: z.int().min(-1e12).max(1e12).default(0),
    })
    .refine(({ bags, infectiousBags }) => bags + infectiousBags > 0, {
      path: ['bags'],
      params: { code: 'required' },
    }),
  reply: SlotView,
  status: 201,
  errors: ['slot.full'],
});

export const skipSlot = contract({
  operation: 'skipSlot',
  method: 'POST',
  path: '/api/slots/{id}/skip',
  summary: 'Nothing to collect at this door on this day, by the word of the household; it stays so',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version }),
  reply: SlotView,
  errors: ['slot.movedOn'],
});
