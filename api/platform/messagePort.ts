import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Config } from './config';

/** A message to one telephone or one WeChat. `id` stays the same when it is sent again. */
export interface Message {
  id: string;
  /** The telephone, or the openid. */
  to: string;
  template: string;
  params: Record<string, string>;
}

/** `refused` for good (no such number, unknown template), `noConsent` of the reader any more, or `unreachable` for now. */
export class MessageFailure extends Error {
  constructor(readonly reason: 'refused' | 'noConsent' | 'unreachable') {
    super(`message: ${reason}`);
  }
}

/** Carries messages away; where there is none for telephones, only the demo can show what would have left. */
export interface MessagePort {
  /** Answers the gateway’s own reference, if it gives one. Throws MessageFailure. */
  send(message: Message): Promise<string | null>;
}

const timeoutMs = 4000;
const Answer = z.object({ reference: z.string().max(200).optional() });

/** The demo’s own: nothing leaves, its page shows the text. */
const page: MessagePort = { send: async () => null };

/** The HTTP gateway of the deployment; the demo’s page where there is none; null in production without one. */
export function createMessagePort({ messages: gateway, mode }: Config): MessagePort | null {
  if (!gateway) return mode === 'demo' ? page : null;
  return {
    async send({ id, to, template, params }) {
      const body = JSON.stringify({ id, to, template, params });
      const response = await post(gateway, body);
      if (response.ok) {
        const answer = Answer.safeParse(await response.json().catch(() => ({})));
        return answer.success ? (answer.data.reference ?? null) : null;
      }
      const isForGood =
        response.status >= 400 && response.status < 500 && ![408, 429].includes(response.status);
      throw new MessageFailure(isForGood ? 'refused' : 'unreachable');
    },
  };
}

async function post({ url, secret }: NonNullable<Config['messages']>, body: string): Promise<Response> {
  const timestamp = String(Date.now());
  try {
    return await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'Content-Type': 'application/json',
        'Nuanlin-Timestamp': timestamp,
        'Nuanlin-Signature': signatureOf(secret, timestamp, body),
      },
    });
  } catch {
    throw new MessageFailure('unreachable');
  }
}

/** HMAC-SHA256 over `<timestamp>.<body>`, in hex: the gateway checks who sent it, and that it is not an old one. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
