import * as z from 'zod';
import { contract } from '../contract';
import { Instant, page, pageQuery } from '../fields';
import { noticeCodes, noticeSides } from './codes';

/** What leaves by telephone. The words of each stand with whoever sends it on, and on the demo’s page. */
export const messageTemplates = ['signInCode', 'bindingCode', 'mandateGiven', 'fever', 'crisis'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** `withheld`: never meant to leave, so that an unknown telephone costs the same work as a known one. */
export const messageStates = ['waiting', 'sending', 'sent', 'refused', 'expired', 'withheld'] as const;
export type MessageState = (typeof messageStates)[number];

export const DemoMessage = z.object({
  id: z.string(),
  phone: z.string(),
  template: z.enum(messageTemplates),
  params: z.record(z.string(), z.string()),
  state: z.enum(messageStates),
  madeAt: Instant,
});
export type DemoMessage = z.infer<typeof DemoMessage>;

export const listDemoMessages = contract({
  operation: 'listDemoMessages',
  method: 'GET',
  path: '/api/demo/messages',
  summary: 'The messages that would have left by telephone, newest first; only in demo mode',
  query: z.strictObject(pageQuery),
  reply: page(DemoMessage),
  demoOnly: true,
  errors: [],
});

export const moveDemoClock = contract({
  operation: 'moveDemoClock',
  method: 'POST',
  path: '/api/demo/clock',
  summary: 'Sets the clock of the demo; due work follows; only in demo mode',
  body: z.strictObject({ to: Instant }),
  reply: z.object({ now: Instant }),
  demoOnly: true,
  keyless: true,
  errors: [],
});

/** Whom the clock told, how, and what came of it. */
export const ToldLine = z.object({
  at: Instant,
  occasion: z.string(),
  side: z.enum(noticeSides).describe('Whether staff or the household was told'),
  to: z
    .string()
    .describe(
      'Name of the member of staff; empty of a household, and of the telephone of a post without an account',
    ),
  channel: z.enum(['inbox', 'telephone', 'wechat']),
  state: z.enum([...messageStates, 'read']),
});
export type ToldLine = z.infer<typeof ToldLine>;

/** One thing somebody was told. */
export const NoticeView = z.object({
  id: z.string(),
  code: z.enum(noticeCodes),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('A door and numbers, never a person'),
  about: z.object({ entity: z.string(), id: z.string() }),
  madeAt: Instant,
});
export type NoticeView = z.infer<typeof NoticeView>;

export const listNotices = contract({
  operation: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  summary: 'What this account was told as whom it is here, the newest first',
  query: z.strictObject(pageQuery),
  reply: page(NoticeView),
  errors: [],
});
