import * as z from 'zod';
import { contract } from '../contract';
import { Id, page, pageQuery, Version } from '../fields';
import { Address } from './address';

export const tenures = ['own', 'rented', 'empty', 'unknown'] as const;

export const BuildingView = z.object({
  estate: z.string(),
  building: z.string(),
  units: z.array(z.string()),
});
export type BuildingView = z.infer<typeof BuildingView>;

export const listBuildings = contract({
  operation: 'listBuildings',
  method: 'GET',
  path: '/api/communities/{id}/buildings',
  summary: 'Buildings and units of a community, to choose a door step by step',
  params: z.object({ id: Id }),
  reply: z.object({ items: z.array(BuildingView) }),
  errors: [],
});

export const DwellingView = z.object({
  id: Id,
  address: Address,
  door: z.string(),
  tenure: z.enum(tenures).optional().describe('Staff only: an empty flat is nobody else’s business'),
  grid: z.object({ id: Id, name: z.string() }).optional(),
});
export type DwellingView = z.infer<typeof DwellingView>;

export const listDwellings = contract({
  operation: 'listDwellings',
  method: 'GET',
  path: '/api/dwellings',
  summary: 'Doors of a building; no names',
  query: z.strictObject({
    communityId: Id.optional().describe('Needed without a membership'),
    estate: z.string().max(40).optional(),
    building: z.string().max(20).optional(),
    unit: z.string().max(20).optional(),
    door: z.string().max(60).optional().describe('As neighbours say it: 3-2-501'),
    ...pageQuery,
  }),
  reply: page(DwellingView),
  errors: [],
});

export const householdActions = ['setContact', 'correct'] as const;

export const HouseholdView = z.object({
  id: Id,
  dwellingId: Id.nullable(),
  door: z.string(),
  tenure: z.enum(tenures).nullable().describe('Of the flat; staff only'),
  provisional: z.boolean(),
  people: z.array(
    z.object({
      residentId: Id,
      name: z.string().describe('In full for the own household, masked otherwise'),
      relation: z.string(),
      canUsePhone: z.boolean(),
      keyGroups: z.array(z.string()).describe('Empty where health is not the caller’s business'),
      healthClosed: z.boolean().describe('Keeps own health data from the rest of the household'),
      provisional: z.boolean(),
      isBound: z.boolean().describe('Whether an account is this person’s'),
    }),
  ),
  contactResidentId: Id.nullable().describe('Whom the community calls for this household'),
  others: z
    .array(z.object({ id: Id, people: z.int(), provisional: z.boolean() }))
    .describe('Other households behind the same door; staff only'),
  version: Version,
  actions: z.array(z.enum(householdActions)),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const getHousehold = contract({
  operation: 'getHousehold',
  method: 'GET',
  path: '/api/households/{id}',
  summary: 'The people of a household',
  params: z.object({ id: Id }),
  reply: HouseholdView,
  errors: [],
});

export const setContact = contract({
  operation: 'setContact',
  method: 'PATCH',
  path: '/api/households/{id}/contact',
  summary: 'Whom the community calls for a household: one of its adults',
  params: z.object({ id: Id }),
  body: z.strictObject({ residentId: Id, seenVersion: Version }),
  reply: HouseholdView,
  errors: ['roster.movedOn'],
});
