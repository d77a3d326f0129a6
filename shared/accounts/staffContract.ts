import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, Name, Phone, page, pageQuery, Version } from '../fields';
import { Role } from './contract';

/** Everybody who serves; a posted cadre is a worker or leader from a date to a date (domain, section 1). */
export const StaffRole = Role.exclude(['resident']);
export type StaffRole = z.infer<typeof StaffRole>;
export const staffRoles = StaffRole.options;

/** Whose sight or duty is a piece of the community. */
export const rolesWithGrids: readonly Role[] = ['worker', 'leader', 'buildingHead', 'volunteer'];

/** Why somebody serves no longer; a code, because a free text would be one more sealed thing. */
export const endReasons = ['left', 'moved', 'illness', 'otherTask', 'mistake'] as const;
export type EndReason = (typeof endReasons)[number];

export const StaffView = z.object({
  id: Id.describe('Of the membership'),
  accountId: Id,
  version: Version.describe('Of the rights'),
  role: StaffRole,
  head: z.boolean().describe('Head of the office'),
  name: z.string(),
  phone: z.string().describe('Masked'),
  grids: z.array(z.object({ id: Id, name: z.string() })),
  posts: z
    .array(z.object({ grid: z.string(), post: z.enum(['leader', 'primary', 'deputy', 'patch']) }))
    .describe('Where routing finds this person'),
  from: Instant,
  until: Instant.nullable(),
  state: z.enum(['coming', 'serving', 'ended']),
  reason: z.enum(endReasons).nullable().describe('Why it ended'),
  signIn: z.object({ password: z.enum(['none', 'oneTime', 'own']), wechat: z.boolean() }),
});
export type StaffView = z.infer<typeof StaffView>;

const HandedOver = z
  .array(z.object({ name: z.string(), count: z.int().min(1) }))
  .describe('Open things this person answered for, by who answers for them now');

export const StaffChanged = z.object({ staff: StaffView, handedOver: HandedOver });
export type StaffChanged = z.infer<typeof StaffChanged>;

export const listStaff = contract({
  operation: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  summary: 'Who serves in this community, as what and where',
  query: z.strictObject({
    ...pageQuery,
    role: StaffRole.optional(),
    ended: z
      .enum(['true', 'false'])
      .optional()
      .describe('Those who serve no longer, instead of those who do'),
  }),
  reply: page(StaffView),
  errors: [],
});

const Grids = z.array(Id).max(200);

export const createStaff = contract({
  operation: 'createStaff',
  method: 'POST',
  path: '/api/staff',
  summary:
    'A member of staff. Somebody who has an account already gets one more membership, no second account',
  body: z.strictObject({
    name: Name,
    phone: Phone,
    role: StaffRole,
    head: z.boolean().default(false),
    gridIds: Grids.default([]),
    from: Instant.optional(),
    until: Instant.optional(),
  }),
  reply: z.object({
    staff: StaffView,
    oneTimePassword: z
      .string()
      .nullable()
      .describe('Shown this once; null for somebody who can sign in already, and for a repeat'),
    repeated: z
      .boolean()
      .describe('Made by this very request before: what was shown then is not shown again'),
  }),
  status: 201,
  errors: ['staff.already', 'staff.loginTaken'],
});

export const updateMembership = contract({
  operation: 'updateMembership',
  method: 'PATCH',
  path: '/api/memberships/{id}',
  summary:
    'Another role, other grids, another end. Tokens with the old rights are refused within five seconds',
  params: z.object({ id: Id }),
  body: z.strictObject({
    seenVersion: Version,
    role: StaffRole.optional(),
    head: z.boolean().optional(),
    gridIds: Grids.optional(),
    until: Instant.nullable().optional(),
  }),
  reply: StaffChanged,
  errors: ['membership.movedOn', 'membership.ended', 'staff.lastHead', 'staff.already'],
});

export const endMembership = contract({
  operation: 'endMembership',
  method: 'POST',
  path: '/api/memberships/{id}/end',
  summary: 'Somebody serves no longer: seats are free, open work goes to the next, the token is refused',
  params: z.object({ id: Id }),
  body: z.strictObject({ seenVersion: Version, reason: z.enum(endReasons) }),
  reply: StaffChanged,
  errors: ['membership.movedOn', 'membership.ended', 'staff.lastHead'],
});
