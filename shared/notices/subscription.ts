import * as z from 'zod';
import { contract } from '../contract';

/** What WeChat may carry for us: each one-time consent is one message (ux.md, subscribe messages). */
export const subscriptionTemplates = [
  ...(['returnDecided', 'temperatureDue'] as const),
  ...(['errandAccepted', 'errandAsked', 'errandDelivered'] as const),
  ...(['errandPlaced', 'errandAnswered', 'errandObjected'] as const),
] as const;
export type SubscriptionTemplate = (typeof subscriptionTemplates)[number];

/** How an errand goes on, for whoever ordered it; and for whoever answers for it or carries it. One dialog each. */
export const errandTemplates = {
  home: ['errandAccepted', 'errandAsked', 'errandDelivered'],
  staff: ['errandPlaced', 'errandAnswered', 'errandObjected'],
} as const satisfies Record<string, readonly SubscriptionTemplate[]>;

/** What WeChat’s own dialog answers. `ban`: forbidden by WeChat; `filter`: its text is like another one’s. */
export const askedResults = ['accept', 'reject', 'ban', 'filter'] as const;
export type AskedResult = (typeof askedResults)[number];

/** `acceptWithAudio`, `acceptWithAlert`, `acceptWithForcePush`: a yes that rings as well. What is no yes counts as a no. */
export const askedResultOf = (answer: string): AskedResult =>
  answer.startsWith('accept') ? 'accept' : (askedResults.find((result) => result === answer) ?? 'reject');

/** What is known of the asking about one template. */
export interface Asked {
  /** Day of the community, `YYYY-MM-DD`. */
  lastDay: string;
  /** In a row. */
  refusals: number;
  lastResult: AskedResult;
}

const silentAfter = 2;

/** Once a day, and never again after two refusals or where WeChat forbids it; then a call or a knock is the way. */
export function mayAsk(asked: Asked | null, today: string): boolean {
  if (!asked) return true;
  return asked.lastDay !== today && asked.refusals < silentAfter && asked.lastResult !== 'ban';
}

const Offered = z.object({
  items: z
    .array(z.object({ template: z.enum(subscriptionTemplates), templateId: z.string() }))
    .describe('What WeChat’s dialog may be opened for now'),
});

export const listSubscriptions = contract({
  operation: 'listSubscriptions',
  method: 'GET',
  path: '/api/me/subscriptions',
  summary: 'For which messages this person may be asked now; none where WeChat is not set up',
  reply: Offered,
  errors: [],
});

export const saveSubscriptions = contract({
  operation: 'saveSubscriptions',
  method: 'POST',
  path: '/api/me/subscriptions',
  summary: 'What the person answered to WeChat’s dialog; each `accept` is one message',
  body: z.strictObject({
    code: z.string().min(1).max(200).describe('Of wx.login: to whom WeChat is to send'),
    results: z
      .array(z.strictObject({ template: z.enum(subscriptionTemplates), result: z.enum(askedResults) }))
      .min(1)
      .max(3)
      .refine((results) => new Set(results.map(({ template }) => template)).size === results.length),
  }),
  reply: Offered,
  errors: ['wechat.codeInvalid', 'wechat.unavailable'],
});
