/**
 * A WeChat server for the demo and the tests. It speaks the protocol of the real one: errors are HTTP 200 with an
 * errcode, a code is good once and for five minutes, an access token for two hours.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const CODE_MS = 5 * 60_000;
const TOKEN_SECONDS = 7200;

const problems = {
  busy: { errcode: -1, errmsg: 'system error' },
  invalidAppId: { errcode: 40013, errmsg: 'invalid appid' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  usedCode: { errcode: 40163, errmsg: 'code been used' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit, mustslower, retry next minute' },
  invalidGrant: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidToken: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  invalidTemplate: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidData: { errcode: 47003, errmsg: 'argument invalid!' },
  notAllowed: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
} as const;
type Problem = keyof typeof problems;

export interface WechatStubOptions {
  appId: string;
  secret: string;
  /** A test moves it to let codes expire. */
  now?: () => number;
}

export interface WechatStub {
  url: string;
  /** A code as wx.login would give it to this person. */
  issueCode(openid: string, unionid?: string): string;
  /** What the dialog of wx.requestSubscribeMessage does when this person says yes: one message of this template. */
  allow(openid: string, templateId: string): void;
  /** What has reached somebody’s WeChat. */
  sent: SentMessage[];
  /** The access token ends before its time, as when another program asks for one. */
  endToken(): void;
  /** The next call is answered with this problem. */
  failNext(problem: 'busy' | 'tooOften'): void;
  close(): Promise<void>;
}

export interface SentMessage {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

interface Code {
  openid: string;
  unionid?: string;
  until: number;
  isUsed: boolean;
}

/** Listens on a free loopback port. */
export async function startWechatStub({
  appId,
  secret,
  now = Date.now,
}: WechatStubOptions): Promise<WechatStub> {
  const codes = new Map<string, Code>();
  const upcoming: Problem[] = [];
  let token = { value: '', until: 0 };
  const sent: SentMessage[] = [];
  const allowed = new Map<string, number>();
  const consent = (openid: string, templateId: string) => `${openid} ${templateId}`;

  const issueCode = (openid: string, unionid?: string) => {
    const code = `0${randomBytes(23).toString('base64url')}`;
    codes.set(code, { openid, unionid, until: now() + CODE_MS, isUsed: false });
    return code;
  };

  const checkApp = (fields: Fields): Problem | undefined => {
    if (fields.appid !== appId) return 'invalidAppId';
    return fields.secret === secret ? undefined : 'invalidSecret';
  };

  const routes: Record<string, (fields: Fields) => object> = {
    'GET /sns/jscode2session': (fields) => {
      const refusal = checkApp(fields) ?? upcoming.shift();
      if (refusal) return problems[refusal];
      if (fields.grant_type !== 'authorization_code') return problems.invalidGrant;
      const code = codes.get(fields.js_code ?? '');
      if (!code || code.until <= now()) return problems.invalidCode;
      if (code.isUsed) return problems.usedCode;
      code.isUsed = true;
      const session = { openid: code.openid, session_key: randomBytes(16).toString('base64') };
      return code.unionid ? { ...session, unionid: code.unionid } : session;
    },
    'POST /cgi-bin/stable_token': (fields) => {
      const refusal = checkApp(fields) ?? upcoming.shift();
      if (refusal) return problems[refusal];
      if (fields.grant_type !== 'client_credential') return problems.invalidGrant;
      // Stable: the same token until it expires, unless a new one is asked for.
      if (token.until <= now() || fields.force_refresh) {
        token = { value: randomBytes(48).toString('base64url'), until: now() + TOKEN_SECONDS * 1000 };
      }
      return { access_token: token.value, expires_in: Math.ceil((token.until - now()) / 1000) };
    },
    'POST /cgi-bin/message/subscribe/send': (fields) => {
      const message = fields as unknown as SentMessage & { access_token?: string };
      if (message.access_token !== token.value || token.until <= now()) return problems.invalidToken;
      const refusal = upcoming.shift();
      if (refusal) return problems[refusal];
      if (!message.template_id) return problems.invalidTemplate;
      // A `thing` is at most 20 characters.
      const isLong = ([name, { value }]: [string, { value: string }]) =>
        name.startsWith('thing') && value.length > 20;
      if (Object.entries(message.data).some(isLong)) return problems.invalidData;
      const key = consent(message.touser, message.template_id);
      const left = allowed.get(key) ?? 0;
      if (!left) return problems.notAllowed;
      allowed.set(key, left - 1);
      const { access_token: _token, ...rest } = message;
      sent.push(rest);
      return { errcode: 0, errmsg: 'ok', msgid: sent.length };
    },
    // Not WeChat's: stands for the phone in the demo, where nobody can call wx.login.
    'POST /stub/codes': ({ openid, unionid }) => ({ code: issueCode(openid || openidOf('demo'), unionid) }),
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://stub');
    const route = routes[`${request.method} ${pathname}`];
    const answer = await readFields(request).then(
      (fields) => route?.(fields),
      () => ({ errcode: 47001, errmsg: 'data format error' }),
    );
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer ?? { errcode: 404, errmsg: 'no such interface' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issueCode,
    allow: (openid, templateId) => {
      const key = consent(openid, templateId);
      allowed.set(key, (allowed.get(key) ?? 0) + 1);
    },
    sent,
    endToken: () => {
      token = { value: randomBytes(48).toString('base64url'), until: token.until };
    },
    failNext: (problem) => upcoming.push(problem),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Fields = Record<string, string | undefined>;

async function readFields(request: IncomingMessage): Promise<Fields> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://stub').searchParams);
  let text = '';
  for await (const chunk of request) text += chunk;
  return { ...query, ...(text ? JSON.parse(text) : {}) };
}

/** The shape of a real openid: 28 characters, always the same for one person. */
function openidOf(person: string): string {
  return `o${createHash('sha256').update(person).digest('base64url').slice(0, 27)}`;
}
