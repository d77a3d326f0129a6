import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant } from '../fields';
import { StaffRole } from './staffContract';

/** Who is meant: those who were never given a way in, or those whose one-time password was never changed. */
export const slipKinds = ['none', 'oneTime'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** Why somebody gets no slip. */
export const skipReasons = [
  'keptElsewhere',
  'resident',
  'headOnly',
  'noPhone',
  'loginTaken',
  'movedOn',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const Slip = z.object({
  accountId: Id,
  name: z.string(),
  phone: z.string().describe('Masked; the person signs in with it'),
  posts: z.array(
    z.object({ role: StaffRole, head: z.boolean(), grids: z.array(z.string()).describe('By name') }),
  ),
  oneTimePassword: z.string().describe('Shown this once; must be changed at the first sign-in'),
  expiresAt: Instant,
});
export type Slip = z.infer<typeof Slip>;

const Skipped = z.object({ name: z.string(), reason: z.enum(skipReasons) });
export type Skipped = z.infer<typeof Skipped>;

export const countSignIns = contract({
  operation: 'countSignIns',
  method: 'GET',
  path: '/api/staff/sign-ins',
  summary: 'How many serve whom a slip with a one-time password would let in',
  reply: z.object({
    none: z.int().min(0).describe('Were never given a way in'),
    oneTime: z.int().min(0).describe('Have not changed their one-time password yet'),
  }),
  errors: [],
});

export const issuePasswords = contract({
  operation: 'issuePasswords',
  method: 'POST',
  path: '/api/staff/passwords',
  summary:
    'One-time passwords for many, a portion a call. The same key again answers the same passwords, until they are changed',
  body: z.strictObject({
    which: z.enum(slipKinds),
    after: Id.optional().describe('`next` of the portion before'),
  }),
  reply: z.object({
    slips: z.array(Slip),
    skipped: z.array(Skipped).describe('Who is passed over in this portion, and why'),
    left: z.int().min(0).describe('How many come after this portion'),
    next: Id.nullable(),
  }),
  status: 201,
  errors: ['key.reused'],
});
