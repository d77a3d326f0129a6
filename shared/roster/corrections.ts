import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Instant, Name, Phone, page, pageQuery, Version } from '../fields';
import { life } from '../life';
import { tenures } from './contract';
import { Document, isBirthDay } from './identity';

/**
 * Who lives where, kept current: a building head proposes, a worker or the office applies at once. The kinds, and who
 * may propose them.
 */
export const correctionKinds = [
  'movedIn',
  'movedOut',
  'moved',
  'fields',
  'split',
  'merge',
  'tenure',
  'confirm',
  'join',
  'remove',
] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** What only staff may correct: papers, and what tells of health; and what is done to provisional people. */
export const staffKinds: readonly CorrectionKind[] = ['confirm', 'join', 'remove'];
export const proposableFields = ['phone', 'relation'] as const;

export const rosterRelations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'other',
] as const;
const Relation = z.enum(rosterRelations);
const Sex = z.enum(['female', 'male']);
const Residence = z.enum(['registered', 'floating', 'unknown']);

const NewPerson = z.strictObject({
  name: Name,
  document: Document.optional(),
  phone: Phone.optional(),
  relation: Relation,
  sex: Sex.optional(),
  residence: Residence.default('unknown'),
});

const BirthDate = Day.refine(isBirthDay, { params: { code: 'birth.impossible' } }).describe(
  'Of somebody without a resident ID, such as a newborn; that document says it itself',
);

/** The fields of a person that can be corrected; what is left out stays. */
export const PersonChanges = z
  .strictObject({
    name: Name,
    document: Document,
    birthDate: BirthDate,
    phone: Phone,
    note: z.string().trim().max(300),
    relation: Relation,
    sex: Sex,
    residence: Residence,
    keyGroups: z.array(z.string().trim().min(1).max(20)).max(12),
    canUsePhone: z.boolean(),
  })
  .partial();
export type PersonChanges = z.infer<typeof PersonChanges>;

export const Correction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('movedIn'),
    dwellingId: Id,
    householdId: Id.optional().describe('Absent: a household of their own behind this door'),
    person: NewPerson,
  }),
  z.strictObject({ kind: z.literal('movedOut'), residentId: Id }),
  z.strictObject({
    kind: z.literal('moved'),
    residentId: Id,
    dwellingId: Id,
    householdId: Id.optional().describe('Absent: a household of their own behind that door'),
  }),
  z.strictObject({ kind: z.literal('fields'), residentId: Id, set: PersonChanges }),
  z.strictObject({
    kind: z.literal('split'),
    householdId: Id,
    residentIds: z.array(Id).min(1).max(20).describe('Who become a household of their own behind the door'),
  }),
  z.strictObject({
    kind: z.literal('merge'),
    householdId: Id.describe('Goes into the other'),
    intoHouseholdId: Id,
  }),
  z.strictObject({
    kind: z.literal('tenure'),
    householdId: Id.describe('Who live there: a flat with nobody in it is empty'),
    tenure: z.enum(tenures).exclude(['empty']),
  }),
  z.strictObject({ kind: z.literal('confirm'), residentId: Id }),
  z.strictObject({
    kind: z.literal('join'),
    residentId: Id.describe('Provisional'),
    intoResidentId: Id.describe('The same person in the roster'),
  }),
  z.strictObject({ kind: z.literal('remove'), residentId: Id.describe('Provisional, without open work') }),
]);
export type Correction = z.infer<typeof Correction>;
export type CorrectionOf<K extends CorrectionKind> = Extract<Correction, { kind: K }>;

export const correctionLife = life<
  'pending' | 'applied' | 'refused' | 'withdrawn',
  'accept' | 'refuse' | 'withdraw',
  'decider' | 'proposer'
>({
  initial: 'pending',
  ended: ['applied', 'refused', 'withdrawn'],
  rows: [
    { from: ['pending'], action: 'accept', to: 'applied', who: ['decider'], tells: ['proposer'] },
    { from: ['pending'], action: 'refuse', to: 'refused', who: ['decider'], tells: ['proposer'] },
    { from: ['pending'], action: 'withdraw', to: 'withdrawn', who: ['proposer'] },
  ],
});
export const correctionStates = ['pending', 'applied', 'refused', 'withdrawn'] as const;
export const correctionActions = ['accept', 'refuse', 'withdraw'] as const;
export const refusalReasons = ['notSo', 'known', 'askOffice'] as const;

export const CorrectionView = z.object({
  id: Id,
  kind: z.enum(correctionKinds),
  state: z.enum(correctionStates),
  version: Version,
  door: z.string(),
  toDoor: z.string().nullable(),
  residentId: Id.nullable(),
  name: z.string().describe('Whom it is about; masked for staff'),
  fields: z.array(z.string()).describe('Names of the fields it changes'),
  phone: z.string().nullable().describe('The new one, masked for everybody but who proposed it'),
  at: Instant,
  by: z.object({ role: z.string(), surname: z.string() }),
  decided: z
    .object({ at: Instant, role: z.string(), surname: z.string(), reason: z.enum(refusalReasons).nullable() })
    .nullable(),
  actions: z.array(z.enum(correctionActions)),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

const errors = ['roster.movedOn', 'resident.known', 'resident.openWork'] as const;

export const proposeCorrection = contract({
  operation: 'proposeCorrection',
  method: 'POST',
  path: '/api/corrections',
  summary: 'Who lives where has changed: waits for a worker when a building head says so, else holds at once',
  body: Correction,
  reply: CorrectionView,
  status: 201,
  errors,
});

export const listCorrections = contract({
  operation: 'listCorrections',
  method: 'GET',
  path: '/api/corrections',
  summary: 'Corrections in view, the newest first',
  query: z.strictObject({ state: z.enum(correctionStates).optional(), ...pageQuery }),
  reply: page(CorrectionView),
  errors: [],
});

export const actOnCorrection = contract({
  operation: 'actOnCorrection',
  method: 'POST',
  path: '/api/corrections/{id}/actions/{action}',
  summary: 'A worker accepts or refuses what a building head proposed; who proposed it takes it back',
  params: z.object({ id: Id, action: z.enum(correctionActions) }),
  body: z.strictObject({ seenVersion: Version, reason: z.enum(refusalReasons).optional() }),
  reply: CorrectionView,
  errors,
});
