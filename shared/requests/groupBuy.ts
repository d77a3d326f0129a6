import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';
import { line } from './fields';

export const groupBuyStates = ['open', 'closed', 'cancelled'] as const;
/** So many shares one door takes at most. */
export const mostSharesADoor = 20;
export const mostShareFen = 50_000;
/** So long an order stays open. */
export const groupBuyMinutes = { least: 30, most: 7 * 24 * 60 } as const;

export const GroupBuyView = z.object({
  id: Id,
  version: Version,
  item: z.string(),
  unit: z.string().describe('What one share is'),
  shareFen: z.int().describe('What one share costs'),
  mostShares: z.int().describe('So many a door'),
  note: z.string().nullable(),
  grid: z.object({ id: Id, name: z.string() }).describe('For whose doors'),
  organiser: z.string(),
  closesAt: Instant,
  state: z.enum(groupBuyStates),
  doors: z.int(),
  shares: z.int(),
  mine: z.int().nullable().describe('Shares of the caller’s household; null where it has not joined'),
  actions: z.array(z.enum(['join', 'cancel', 'readDoors'])),
});
export type GroupBuyView = z.infer<typeof GroupBuyView>;

export const openGroupBuy = contract({
  operation: 'openGroupBuy',
  method: 'POST',
  path: '/api/groupBuys',
  summary: 'One order for the doors of an area: each joins with its shares until it closes',
  body: z.strictObject({
    gridId: Id,
    item: line(40),
    unit: line(12),
    shareFen: z.int().min(0).max(mostShareFen),
    mostShares: z.int().min(1).max(mostSharesADoor),
    note: line(200).optional(),
    closesAt: Instant,
  }),
  reply: GroupBuyView,
  status: 201,
  errors: ['key.reused'],
});

export const listGroupBuys = contract({
  operation: 'listGroupBuys',
  method: 'GET',
  path: '/api/groupBuys',
  summary: 'Orders of the area of the own door, or of the own grids, the newest first',
  query: z.strictObject({ open: z.enum(['true']).optional(), ...pageQuery }),
  reply: page(GroupBuyView),
  errors: [],
});

/** A door that joined. */
export const GroupBuyDoor = z.object({
  householdId: Id,
  door: z.string(),
  shares: z.int(),
  writtenBy: z.string().nullable().describe('Who of staff joined for it; null where the household did'),
});
export type GroupBuyDoor = z.infer<typeof GroupBuyDoor>;

export const listGroupBuyDoors = contract({
  operation: 'listGroupBuyDoors',
  method: 'GET',
  path: '/api/groupBuys/{id}/doors',
  summary: 'Who joined, door by door, for whoever answers for the area',
  params: z.object({ id: Id }),
  query: z.strictObject(pageQuery),
  reply: page(GroupBuyDoor),
  errors: [],
});

export const joinGroupBuy = contract({
  operation: 'joinGroupBuy',
  method: 'POST',
  path: '/api/groupBuys/{id}/shares',
  summary: 'A door takes so many shares, another number than before, or none any more',
  params: z.object({ id: Id }),
  body: z.strictObject({ householdId: Id, shares: z.int().min(0).max(mostSharesADoor) }),
  reply: GroupBuyView,
  errors: ['groupBuy.closed'],
});

export const cancelGroupBuy = contract({
  operation: 'cancelGroupBuy',
  method: 'POST',
  path: '/api/groupBuys/{id}/cancel',
  summary: 'The order does not come about',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version }),
  reply: GroupBuyView,
  errors: ['groupBuy.closed'],
});
