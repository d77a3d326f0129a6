import * as z from 'zod';
import { Revealed, revealOf } from '../audit/contract';
import { contract } from '../contract';
import { Id, Instant, Name, Phone, page, pageQuery, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { StartEvent } from '../observation/contract';
import { startEventKinds } from '../observation/days';
import { Address } from '../roster/address';
import { Document, documentKinds } from '../roster/identity';
import { DeclaredReading } from '../temperatures/reading';
import { isCountry } from './countries';
import { isDivision } from './divisions';
import { returnActions, returnStates } from './life';

export const sources = ['self', 'family', 'mandate', 'desk', 'noticeQr', 'list'] as const;
/** How a return came in: declared, or by a tip of somebody else, whom the household is not told. */
export const waysIn = [...sources, 'tip'] as const;
export const transportKinds = ['flight', 'train', 'coach', 'car', 'ship'] as const;
export const riskClasses = ['low', 'medium', 'high'] as const;
export const relations = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'other',
] as const;
/** What somebody who tells of a return is to the people. */
export const tipRelations = ['family', 'landlord', 'neighbour', 'other'] as const;
/** A party is a family; more people come as several declarations. */
export const maxPeople = 12;

const Origin = z
  .strictObject({
    divisionCode: z
      .string()
      .regex(/^\d{6}$/)
      .refine(isDivision, { params: { code: 'division.unknown' } })
      .optional()
      .describe('National division: province, city or district'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .refine(isCountry, { params: { code: 'country.unknown' } })
      .optional()
      .describe('ISO 3166 code'),
    risk: z.enum(riskClasses).optional(),
  })
  .refine((origin) => Boolean(origin.divisionCode) !== Boolean(origin.country), {
    path: ['divisionCode'],
    params: { code: 'required' },
  });

const Transport = z.strictObject({
  kind: z.enum(transportKinds),
  number: z.string().trim().max(20).optional().describe('Flight, train or plate'),
  seat: z.string().trim().max(20).optional(),
});

const Symptoms = z.array(z.string().max(30)).max(20).describe('Codes of the policy’s list; empty means none');

/** Runs beside the other checks, so that all faults are named at once. */
const always = { when: () => true } as const;
const isNamed = (field: 'name' | 'document') => (person: Record<string, unknown>) =>
  Boolean(person?.residentId ?? person?.[field]);

export const DeclaredPerson = z
  .strictObject({
    residentId: Id.optional().describe(
      'Somebody of the declarer’s own household: what the roster knows of them need not be said again',
    ),
    name: Name.optional().describe('Required without residentId'),
    document: Document.optional().describe('Required without residentId'),
    phone: Phone.optional().describe('Optional for companions'),
    relation: z.enum(relations).describe('To the first person'),
    symptoms: Symptoms,
    reading: DeclaredReading.optional(),
  })
  .refine(isNamed('name'), { path: ['name'], params: { code: 'required' }, ...always })
  .refine(isNamed('document'), { path: ['document'], params: { code: 'required' }, ...always });
export type DeclaredPerson = z.infer<typeof DeclaredPerson>;
/** A person of a declaration with what the roster knows filled in. */
export type NamedPerson = Omit<DeclaredPerson, 'residentId'> & { name: string; document: Document };

/** From where, when and how: the same for the whole party. */
export const Journey = z.strictObject({
  origin: Origin,
  leftAt: Instant,
  arrivedAt: Instant,
  transport: Transport,
});

const placeIsGiven = (body: { dwellingId?: string; communityId?: string; address?: unknown }) =>
  Boolean(body.dwellingId) !== Boolean(body.communityId && body.address);

export const Declaration = z
  .strictObject({
    ...Journey.shape,
    dwellingId: Id.optional(),
    communityId: Id.optional().describe('With `address`, when the door is not in the list'),
    address: Address.optional(),
    householdId: Id.optional().describe(
      'Absent: the declarer’s own if it is in that dwelling, else a provisional one',
    ),
    source: z.enum(sources),
    people: z.array(DeclaredPerson).min(1).max(maxPeople),
  })
  .refine(placeIsGiven, { path: ['dwellingId'], params: { code: 'required' } });
export type Declaration = z.infer<typeof Declaration>;
export type DeclarationInput = z.input<typeof Declaration>;
export type NamedDeclaration = Omit<Declaration, 'people'> & { people: NamedPerson[] };

export const ReturnView = z.object({
  id: Id,
  partyId: Id,
  state: z.enum(returnStates),
  version: Version,
  residentId: Id,
  householdId: Id,
  dwellingId: Id.nullable(),
  door: z.string(),
  address: Address,
  source: z.enum(waysIn),
  person: z.object({
    name: z.string().describe('In full for the own household, masked otherwise'),
    document: z.object({ kind: z.enum(documentKinds), number: z.string().nullable().describe('Masked') }),
    phone: z.string().nullable().describe('Masked'),
    relation: z.enum(relations),
    age: z.int().nullable(),
  }),
  origin: z.object({
    divisionCode: z.string().nullable(),
    country: z.string().nullable(),
    risk: z.enum(riskClasses).nullable(),
    place: z.string().describe('Name of the division; empty for a country'),
  }),
  leftAt: Instant.nullable().describe('Null of a tip, until somebody has called'),
  arrivedAt: Instant.nullable(),
  late: z.boolean(),
  transport: z.object({
    kind: z.enum(transportKinds).nullable(),
    number: z.string().nullable(),
    seat: z.string().nullable(),
  }),
  symptoms: z.array(z.string()),
  reading: z.object({ celsius: z.number(), takenAt: Instant, medicine: z.boolean() }).nullable(),
  urgency: z.enum(['fever', 'normal']),
  declaredAt: Instant,
  dueAt: Instant,
  responsible: Responsible,
  rejected: z.object({ reason: z.string(), at: Instant }).nullable(),
  tip: z
    .object({ relation: z.enum(tipRelations), note: z.string() })
    .nullable()
    .describe('What was told by somebody else; for staff only'),
  handover: z
    .object({
      communityName: z.string(),
      phone: z.string().describe('Duty telephone of that community'),
      refused: z.string().nullable().describe('Why it came back; for staff only'),
    })
    .nullable()
    .describe('The community to which it is offered or was handed over'),
  carried: z
    .object({ kind: z.enum(startEventKinds), at: Instant })
    .nullable()
    .describe('Start event of an observation that goes on here; days are counted from it'),
  observation: z.object({ id: Id, lastDay: z.string(), slotCount: z.int() }).optional(),
  actions: z.array(z.enum(returnActions)),
});
export type ReturnView = z.infer<typeof ReturnView>;

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

/** Every field may be left out; what is there replaces what was declared. */
export const Corrections = z.strictObject({
  dwellingId: Id.optional(),
  origin: Origin.optional(),
  leftAt: Instant.optional(),
  arrivedAt: Instant.optional(),
  transport: Transport.optional(),
  name: Name.optional(),
  document: Document.optional(),
  phone: Phone.optional(),
  relation: z.enum(relations).optional(),
  symptoms: Symptoms.optional(),
  reading: DeclaredReading.optional().describe('A further reading; the one before is kept'),
  reason: z.string().trim().min(1).max(100).optional().describe('Why; needed with a reading'),
});
export type Corrections = z.infer<typeof Corrections>;

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
