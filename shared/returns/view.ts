import * as z from 'zod';
import { Id, Instant, Version } from '../fields';
import { Responsible } from '../grids/contract';
import { startEventKinds } from '../observation/days';
import { Address } from '../roster/address';
import { documentKinds } from '../roster/identity';
import { relations, riskClasses, tipRelations, transportKinds, waysIn } from './declaration';
import { returnActions, returnStates } from './life';

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
