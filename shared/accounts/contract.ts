import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, Phone, page, pageQuery } from '../fields';

export const roles = [
  'resident',
  'worker',
  'leader',
  'health',
  'counsellor',
  'volunteer',
  'buildingHead',
  'property',
  'office',
  'street',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Who may have an errand in hand; of these a team is made up. */
export const carryingRoles: readonly Role[] = ['worker', 'leader', 'volunteer', 'property'];

/** What somebody may do for a household (domain, section 1). */
export const mandateScopes = ['order', 'report', 'declare'] as const;
export const MandateScope = z.enum(mandateScopes);
export type MandateScope = z.infer<typeof MandateScope>;

export const MembershipView = z.object({
  id: Id,
  role: Role,
  communityId: Id,
  communityName: z.string(),
  head: z.boolean(),
  grids: z.array(z.object({ id: Id, name: z.string() })),
  householdId: Id.nullable(),
  partyId: Id.nullable().describe('Set while this membership sees one declaration only'),
  door: z.string().nullable(),
  mandate: z
    .object({ id: Id, scopes: z.array(MandateScope), until: Instant })
    .nullable()
    .describe('Set when somebody acts for this household by its word'),
});
export type MembershipView = z.infer<typeof MembershipView>;

export const AccountView = z.object({
  id: Id,
  memberships: z.array(MembershipView),
  active: Id.nullable().describe('The membership this token speaks for'),
  mustChangePassword: z
    .literal(true)
    .optional()
    .describe('Signed in with a one-time password: nothing else works until it is changed'),
});

export const SessionView = z.object({
  accessToken: z.string(),
  refreshToken: z.string().optional().describe('Left out in a browser, where it is an HttpOnly cookie'),
  expiresIn: z.int().describe('Seconds until the access token expires'),
  account: AccountView,
});
export type SessionView = z.infer<typeof SessionView>;

/** Whom the demo signs in: somebody of a role, or somebody who belongs to no community yet. */
export const DemoRole = z.enum([...roles, 'newcomer']);
export type DemoRole = z.infer<typeof DemoRole>;

export const createDemoSession = contract({
  operation: 'createDemoSession',
  method: 'POST',
  path: '/api/sessions/demo',
  summary: 'Signs in as the numbered person of a role; only in demo mode',
  body: z.strictObject({ role: DemoRole, number: z.int().min(1).max(10_000).optional() }),
  reply: SessionView,
  status: 201,
  keyless: true,
  demoOnly: true,
  errors: ['account.unknown'],
});

export const createWechatSession = contract({
  operation: 'createWechatSession',
  method: 'POST',
  path: '/api/sessions/wechat',
  summary: 'Signs in with a code of wx.login; the first time makes an account',
  body: z.strictObject({ code: z.string().min(1).max(200) }),
  reply: SessionView,
  status: 201,
  keyless: true,
  errors: ['wechat.codeInvalid', 'wechat.unavailable'],
});

export const PhoneCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('Six digits');

/** The same whether the telephone is known or not. */
export const CodeAsked = z.object({
  againInSeconds: z.int().describe('When another one may be asked for; it ends this one'),
  expiresInSeconds: z.int(),
});

export const requestSignInCode = contract({
  operation: 'requestSignInCode',
  method: 'POST',
  path: '/api/sessions/codes',
  summary: 'Sends a code to a telephone; known and unknown ones are answered alike',
  body: z.strictObject({ phone: Phone }),
  reply: CodeAsked,
  status: 202,
  keyless: true,
  errors: ['message.unavailable'],
});

export const createCodeSession = contract({
  operation: 'createCodeSession',
  method: 'POST',
  path: '/api/sessions/code',
  summary: 'Signs in with the code sent to a telephone; the first time makes an account',
  body: z.strictObject({ phone: Phone, code: PhoneCode }),
  reply: SessionView,
  status: 201,
  keyless: true,
  errors: ['code.wrong'],
});

export const refreshSession = contract({
  operation: 'refreshSession',
  method: 'POST',
  path: '/api/sessions/refresh',
  summary: 'A new access token; the refresh token is used once',
  body: z.strictObject({ refreshToken: z.string().max(200).optional() }),
  reply: SessionView,
  keyless: true,
  errors: ['session.ended'],
});

export const endSession = contract({
  operation: 'endSession',
  method: 'DELETE',
  path: '/api/sessions/current',
  summary: 'Signs out',
  errors: [],
});

export const HouseholdPerson = z.object({
  residentId: Id,
  name: z.string().describe('In full for the own household'),
  relation: z.string(),
  isMe: z.boolean(),
  hasDocument: z.boolean().describe('Whether the roster has the document, so that nobody asks for it again'),
  hasPhone: z.boolean(),
});

/** What the policy in force says of its illness: what is asked, and what is a fever (domain, section 3.6). */
export const IllnessView = z.object({
  code: z.string(),
  symptoms: z.array(z.string()),
  tellingSymptoms: z.array(z.string()).describe('One of these alone is a case'),
  feverCelsius: z.number(),
  highFeverCelsius: z.number(),
  medicatedFeverCelsius: z.number().describe('From here on with fever-lowering medicine today'),
});

export const CommunityView = z.object({
  id: Id,
  name: z.string(),
  duty: z.object({ name: z.string(), phone: z.string() }).describe('Duty officer of the community'),
  health: z.object({ name: z.string(), phone: z.string() }).nullable(),
  illness: IllnessView.describe('Of the policy in force now'),
});
export type CommunityView = z.infer<typeof CommunityView>;

export const MeView = z.object({
  account: AccountView,
  demo: z.boolean(),
  community: CommunityView.nullable(),
  household: z
    .object({
      id: Id,
      dwellingId: Id.nullable(),
      door: z.string(),
      byMandate: z.boolean().describe('Somebody else’s household, for which I may act'),
      people: z.array(HouseholdPerson),
    })
    .nullable(),
});
export type MeView = z.infer<typeof MeView>;

export const getMe = contract({
  operation: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who I am here: memberships, community, household',
  reply: MeView,
  errors: [],
});

export const switchMembership = contract({
  operation: 'switchMembership',
  method: 'POST',
  path: '/api/me/membership',
  summary: 'A token for another of my memberships',
  body: z.strictObject({
    membershipId: Id,
    remember: z
      .boolean()
      .default(true)
      .describe('Whether the device stays with it; false for one thing done as somebody else'),
  }),
  reply: SessionView,
  keyless: true,
  errors: ['membership.unknown'],
});

export const listCommunities = contract({
  operation: 'listCommunities',
  method: 'GET',
  path: '/api/communities',
  summary: 'Communities to choose from when declaring',
  query: z.strictObject(pageQuery),
  reply: page(CommunityView),
  errors: [],
});
