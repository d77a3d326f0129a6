import * as z from 'zod';
import { OneTimeCode } from '../accounts/code';
import { CodeAsked, PhoneCode } from '../accounts/contract';
import { contract } from '../contract';
import { Id, Instant, Phone } from '../fields';
import { normalizeDocument } from './identity';

/** What the holder of an invitation is asked: of the document, or of the telephone of somebody without one. */
export const invitationAsks = ['document', 'phone'] as const;
export const invitationMinutes = 10;

export const requestBindingCode = contract({
  operation: 'requestBindingCode',
  method: 'POST',
  path: '/api/me/residents/codes',
  summary: 'Sends a code to the telephone that the roster has behind this door; any other is answered alike',
  body: z.strictObject({ dwellingId: Id, phone: Phone }),
  reply: CodeAsked,
  status: 202,
  keyless: true,
  errors: ['message.unavailable'],
});

export const bindAccount = contract({
  operation: 'bindAccount',
  method: 'POST',
  path: '/api/me/residents',
  summary:
    'Makes this account the account of a resident: by a code on the roster’s telephone, or by an invitation',
  body: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('code'), dwellingId: Id, phone: Phone, code: PhoneCode }),
    z.strictObject({
      by: z.literal('invitation'),
      code: OneTimeCode,
      last4: z
        .string()
        .max(20)
        .transform(normalizeDocument)
        .refine((text) => /^[0-9A-Z]{4}$/.test(text))
        .describe('Last four of the document, or of the telephone where there is no document'),
    }),
  ]),
  reply: z.object({ membershipId: Id, householdId: Id, door: z.string() }),
  status: 201,
  errors: ['code.wrong', 'invitation.ended', 'invitation.wrong', 'key.reused'],
});

export const createInvitation = contract({
  operation: 'createInvitation',
  method: 'POST',
  path: '/api/residents/{id}/invitations',
  summary: 'A code that binds one account to this resident within ten minutes; an older one ends',
  params: z.object({ id: Id }),
  reply: z.object({
    code: z.string().describe('Shown once; belongs in the fragment of an address, never in its path'),
    asks: z.enum(invitationAsks),
    expiresAt: Instant,
  }),
  status: 201,
  errors: ['invitation.nothingToAsk'],
});

export const unbindAccount = contract({
  operation: 'unbindAccount',
  method: 'DELETE',
  path: '/api/me/residents/{id}',
  summary: 'This account stops being a resident’s; by the id of the membership',
  params: z.object({ id: Id }),
  errors: [],
});

export const endBindings = contract({
  operation: 'endBindings',
  method: 'DELETE',
  path: '/api/residents/{id}/accounts',
  summary: 'No account is this resident’s any more: a lost phone, a wrong person',
  params: z.object({ id: Id }),
  errors: [],
});
