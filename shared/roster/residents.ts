import * as z from 'zod';
import { AccessView, Revealed, revealOf } from '../audit/contract';
import { contract } from '../contract';
import { Day, Id, Instant, Name, page, pageQuery, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { CorrectionView } from './corrections';
import { documentKinds } from './identity';

export const residences = ['registered', 'floating', 'unknown'] as const;
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A person in a list: masked. */
export const ResidentView = z.object({
  id: Id,
  householdId: Id,
  door: z.string(),
  name: z.string().describe('In full for the own household and the building head, masked otherwise'),
  document: z
    .object({ kind: z.enum(documentKinds), number: z.string().nullable().describe('Masked') })
    .nullable()
    .describe('Null for who keeps only names and doors'),
  phone: z.string().nullable().describe('Masked'),
  age: z.int().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  relation: z.string(),
  residence: z.enum(residences),
  keyGroups: z.array(z.string()).describe('Empty where health is not the caller’s business'),
  canUsePhone: z.boolean(),
  provisional: z.boolean().describe('Has declared without being in the roster'),
  leftAt: Instant.nullable().describe('Does not live here any more'),
  version: Version,
});
export type ResidentView = z.infer<typeof ResidentView>;

export const listResidents = contract({
  operation: 'listResidents',
  method: 'GET',
  path: '/api/residents',
  summary: 'People of the roster in view, by exact name, last four, door, household or group; masked',
  query: z.strictObject({
    name: Name.optional().describe('Exact full name; recorded and limited'),
    last4: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^\d{3}[\dX]$/)
      .optional()
      .describe('Last four of the telephone or of the document; recorded and limited'),
    door: z.string().trim().min(1).max(60).optional().describe('As neighbours say it: 3-2-501'),
    dwellingId: Id.optional(),
    householdId: Id.optional(),
    gridId: Id.optional(),
    keyGroup: z.string().trim().min(1).max(20).optional().describe('Code, or the word of the roster'),
    residence: z.enum(residences).optional(),
    provisional: flag.optional().describe('Who has declared without being in the roster'),
    alike: Id.optional().describe(
      'Somebody provisional: who of the roster may be the same person, by name or telephone; recorded and limited',
    ),
    ...pageQuery,
  }),
  reply: page(ResidentView),
  errors: [],
});

export const PersonReading = z.object({
  takenAt: Instant,
  celsius: z.number(),
  symptoms: z.array(z.string()),
  medicine: z.boolean(),
  filledBy: z.string(),
});

export const ResidentFile = ResidentView.extend({
  dwellingId: Id.nullable(),
  isContact: z.boolean(),
  hasNote: z.boolean(),
  healthClosed: z.boolean(),
  responsible: Responsible.nullable(),
  returns: z.array(
    z.object({ id: Id, state: z.string(), declaredAt: Instant, arrivedAt: Instant, place: z.string() }),
  ),
  observations: z.array(z.object({ id: Id, state: z.string(), firstDay: Day, lastDay: Day })),
  readings: z.array(PersonReading).nullable().describe('Null where health is not the caller’s business'),
  changes: z.array(CorrectionView).describe('What was corrected, the newest first'),
  actions: z.array(z.enum(['reveal', 'correct', 'propose', 'closeHealth', 'openHealth'])),
});
export type ResidentFile = z.infer<typeof ResidentFile>;

export const getResident = contract({
  operation: 'getResident',
  method: 'GET',
  path: '/api/residents/{id}',
  summary: 'The file of a person',
  params: z.object({ id: Id }),
  reply: ResidentFile,
  errors: [],
});

export const residentFields = ['name', 'phone', 'document', 'note'] as const;
export type ResidentField = (typeof residentFields)[number];

export const revealField = contract({
  operation: 'revealField',
  method: 'POST',
  path: '/api/residents/{id}/reveals',
  summary: 'Opens one masked field of a person, with a reason; recorded before the text leaves',
  params: z.object({ id: Id }),
  body: revealOf(residentFields),
  reply: Revealed,
  errors: ['destroyed'],
});

export const getAccessLog = contract({
  operation: 'getAccessLog',
  method: 'GET',
  path: '/api/residents/{id}/access-log',
  summary: 'Who opened what of a person, when and why; the newest first',
  params: z.object({ id: Id }),
  query: z.strictObject(pageQuery),
  reply: page(AccessView),
  errors: [],
});

export const closeHealth = contract({
  operation: 'closeHealth',
  method: 'PATCH',
  path: '/api/residents/{id}/health',
  summary: 'An adult keeps own temperatures and symptoms from the rest of the household, or shows them again',
  params: z.object({ id: Id }),
  body: z.strictObject({ closed: z.boolean() }),
  reply: ResidentFile,
  errors: ['resident.minor'],
});
