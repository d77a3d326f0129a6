import * as z from 'zod';
import { Id, Instant, Name, Phone } from '../fields';
import { Address } from '../roster/address';
import { Document } from '../roster/identity';
import { DeclaredReading } from '../temperatures/reading';
import { isCountry } from './countries';
import { isDivision } from './divisions';

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
