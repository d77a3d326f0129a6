import * as z from 'zod';

export type WechatReason =
  | 'codeInvalid'
  | 'codeUsed'
  | 'busy'
  | 'unreachable'
  | 'misconfigured'
  | 'tokenExpired'
  | 'notAllowed';

/** WeChat refused or could not be asked. Carries no code, secret or key. */
export class WechatFailure extends Error {
  constructor(readonly reason: WechatReason) {
    super(`wechat: ${reason}`);
  }
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** What a tap on it opens. */
  page: string;
  /** By the names the template has for its fields. */
  data: Record<string, { value: string }>;
}

export interface Wechat {
  /** Turns a code of wx.login into the person's openid. Throws WechatFailure. */
  code2session(code: string): Promise<{ openid: string; unionid?: string }>;
  /** Uses up one consent; `notAllowed` where there is none (any more). Throws WechatFailure. */
  sendSubscribed(message: SubscribeMessage): Promise<void>;
}

export interface WechatOptions {
  baseUrl: string;
  appId: string;
  secret: string;
  timeoutMs?: number;
}

const SessionAnswer = z.object({ openid: z.string().min(1), unionid: z.string().optional() });
const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const Refusal = z.object({ errcode: z.number().refine((code) => code !== 0) });

/** Error codes of WeChat; the answer is HTTP 200 all the same. */
const reasons: Record<number, WechatReason> = {
  40029: 'codeInvalid',
  40163: 'codeUsed',
  [-1]: 'busy',
  45009: 'busy',
  45011: 'busy',
  40013: 'misconfigured',
  40125: 'misconfigured',
  40001: 'tokenExpired',
  40014: 'tokenExpired',
  42001: 'tokenExpired',
  40003: 'notAllowed',
  43101: 'notAllowed',
};

/** A token is not used in its last minutes: it may expire on the way. */
const spareMs = 5 * 60_000;

/** Our client of the WeChat server. session_key is not kept: nothing here decrypts user data. */
export function createWechat({ baseUrl, appId, secret, timeoutMs = 4000 }: WechatOptions): Wechat {
  const app = { appid: appId, secret };
  const ask = async <Answer>(schema: z.ZodType<Answer>, path: string, query: Query, body?: object) => {
    const url = new URL(path, baseUrl);
    url.search = new URLSearchParams(query).toString();
    const answer = await fetchJson(url, timeoutMs, body);
    const refusal = Refusal.safeParse(answer);
    if (refusal.success) throw new WechatFailure(reasons[refusal.data.errcode] ?? 'misconfigured');
    const understood = schema.safeParse(answer);
    if (!understood.success) throw new WechatFailure('unreachable');
    return understood.data;
  };
  let token = { value: '', until: 0 };
  const accessToken = async () => {
    if (token.until > Date.now()) return token.value;
    const asked = { grant_type: 'client_credential', ...app };
    const { access_token, expires_in } = await ask(TokenAnswer, '/cgi-bin/stable_token', {}, asked);
    token = { value: access_token, until: Date.now() + expires_in * 1000 - spareMs };
    return access_token;
  };
  return {
    code2session: (code) =>
      ask(SessionAnswer, '/sns/jscode2session', { ...app, js_code: code, grant_type: 'authorization_code' }),
    async sendSubscribed({ openid, templateId, page, data }) {
      const body = { touser: openid, template_id: templateId, page, data, miniprogram_state: 'formal' };
      const send = async () =>
        ask(z.object({}), '/cgi-bin/message/subscribe/send', { access_token: await accessToken() }, body);
      await send().catch((error) => {
        if (!(error instanceof WechatFailure) || error.reason !== 'tokenExpired') throw error;
        // Somebody made a newer one; ours ended before its time.
        token = { value: '', until: 0 };
        return send();
      });
    },
  };
}

type Query = Record<string, string>;

async function fetchJson(url: URL, timeoutMs: number, body?: object): Promise<unknown> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    return await response.json();
  } catch {
    throw new WechatFailure('unreachable');
  }
}
