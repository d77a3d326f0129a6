import * as z from 'zod';
import { MandateScope, mandateScopes, Role } from '../accounts/contract';
import { contract } from '../contract';
import { Id, Instant, Phone } from '../fields';

/** How the household said so: in the app itself, or to staff. */
export const mandateWays = ['app', 'phone', 'paper', 'door'] as const;
export const mandateRelations = ['child', 'relative', 'neighbour', 'other'] as const;
export const longestMandateDays = 90;

export const MandateView = z.object({
  id: Id,
  householdId: Id,
  phone: z.string().describe('Masked'),
  relation: z.enum(mandateRelations),
  scopes: z.array(MandateScope),
  how: z.enum(mandateWays),
  attestedBy: Id.describe('Who of the household said so'),
  recordedBy: z
    .object({ role: Role, name: z.string() })
    .nullable()
    .describe('The member of staff who wrote it down; null where the household gave it itself'),
  madeAt: Instant,
  until: Instant,
  endedAt: Instant.nullable(),
  isActive: z.boolean(),
});
export type MandateView = z.infer<typeof MandateView>;

export const createMandate = contract({
  operation: 'createMandate',
  method: 'POST',
  path: '/api/mandates',
  summary: 'Somebody may do things for a household, until a day; an older one for the same person ends',
  body: z.strictObject({
    householdId: Id,
    phone: Phone.describe('Of whoever is to do it; they sign in with it'),
    relation: z.enum(mandateRelations).default('other'),
    scopes: z
      .array(MandateScope)
      .min(1)
      .max(mandateScopes.length)
      .transform((scopes) => mandateScopes.filter((scope) => scopes.includes(scope))),
    attestedBy: Id.describe('The resident of this household who said so; in the app oneself'),
    how: z.enum(mandateWays),
    until: Instant.describe('At most 90 days ahead'),
  }),
  reply: MandateView,
  status: 201,
  errors: ['key.reused'],
});

export const listMandates = contract({
  operation: 'listMandates',
  method: 'GET',
  path: '/api/households/{id}/mandates',
  summary: 'Who may do what for a household, and who might before; newest first',
  params: z.object({ id: Id }),
  reply: z.object({ items: z.array(MandateView) }),
  errors: [],
});

export const endMandate = contract({
  operation: 'endMandate',
  method: 'DELETE',
  path: '/api/mandates/{id}',
  summary: 'Ends a mandate at once: by the household, by staff, or by whoever holds it',
  params: z.object({ id: Id }),
  errors: [],
});
