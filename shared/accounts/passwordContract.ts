import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, normalizePhone } from '../fields';
import { OneTimeCode } from './code';
import { SessionView } from './contract';
import { passwordLength } from './password';

export const Login = z
  .string()
  .max(60)
  .transform((typed) => normalizePhone(typed.trim()))
  .refine((login) => login.length > 0, { params: { code: 'required' } })
  .describe('Telephone number under which the office keeps the person');
const Password = z.string().min(1).max(passwordLength.maximum);

export const createPasswordSession = contract({
  operation: 'createPasswordSession',
  method: 'POST',
  path: '/api/sessions/password',
  summary: 'Signs in a member of staff by telephone and password; a one-time password must be changed first',
  body: z.strictObject({ login: Login, password: Password }),
  reply: SessionView,
  status: 201,
  keyless: true,
  errors: ['password.wrong'],
});

export const changePassword = contract({
  operation: 'changePassword',
  method: 'POST',
  path: '/api/me/password',
  summary: 'A password of one’s own; all other devices are signed out',
  body: z.strictObject({ current: Password, next: Password }),
  reply: SessionView,
  keyless: true,
  errors: ['password.none'],
});

export const OneTimePassword = z.object({
  oneTimePassword: z.string().describe('Shown this once; must be changed at the first sign-in'),
  expiresAt: Instant,
});

export const resetPassword = contract({
  operation: 'resetPassword',
  method: 'POST',
  path: '/api/memberships/{id}/password',
  summary: 'A new one-time password for a member of staff; all their devices are signed out',
  params: z.object({ id: Id }),
  reply: OneTimePassword,
  status: 201,
  errors: ['staff.keptElsewhere', 'staff.noPhone', 'staff.loginTaken', 'membership.ended'],
});

export const createStaffInvitation = contract({
  operation: 'createStaffInvitation',
  method: 'POST',
  path: '/api/memberships/{id}/invitations',
  summary: 'A code of ten minutes with which a member of staff binds their WeChat',
  params: z.object({ id: Id }),
  reply: z.object({ code: z.string().describe('Shown this once'), expiresAt: Instant }),
  status: 201,
  errors: ['staff.keptElsewhere', 'membership.ended'],
});

export const bindWechat = contract({
  operation: 'bindWechat',
  method: 'POST',
  path: '/api/me/wechat',
  summary: 'Signed in by WeChat: joins it to the account of a member of staff, by password and invitation',
  body: z.strictObject({ login: Login, password: Password, code: OneTimeCode }),
  reply: SessionView,
  status: 201,
  errors: [
    'password.wrong',
    'password.mustChange',
    'invitation.invalid',
    'wechat.notSignedIn',
    'wechat.isStaff',
  ],
});
