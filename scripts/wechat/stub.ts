/**
 * A WeChat server for the demo and the tests. It speaks the protocol of the real one: errors are HTTP 200 with an
 * errcode, a code is good once and for five minutes, an access token for two hours, and there are limits.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pages as programPages } from '../../miniapp/src/client/pages';
import { dayMs, limitOf, minuteMs } from './limit';
import { type Problem, problems } from './problems';
import { tokensOf } from './tokens';

const codeMs = 5 * 60_000;

/** As WeChat’s documentation gives them, for a program that takes no payments. */
const usualLimits = {
  sendsADay: 10_000_000,
  tokensAMinute: 10_000,
  tokensADay: 500_000,
  forcedTokensADay: 20,
  /** Of each person. */
  sessionsAMinute: 100,
};

export interface WechatStubOptions {
  appId: string;
  secret: string;
  /** A test moves it to let codes and tokens expire. */
  now?: () => number;
  limits?: Partial<typeof usualLimits>;
}

export interface WechatStub {
  url: string;
  /** A code as wx.login would give it to this person. */
  issueCode(openid: string, unionid?: string): string;
  /** What the dialog of wx.requestSubscribeMessage does when this person says yes: one message of this template. */
  allow(openid: string, templateId: string): void;
  /** What has reached somebody’s WeChat. */
  sent: SentMessage[];
  /** The access token ends before its time: somebody else has forced a new one. */
  endToken(): void;
  /** The next call is answered with this problem. */
  failNext(problem: Problem): void;
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
  limits = {},
}: WechatStubOptions): Promise<WechatStub> {
  const codes = new Map<string, Code>();
  const upcoming: Problem[] = [];
  const tokens = tokensOf(now);
  const most = { ...usualLimits, ...limits };
  const isOver = {
    send: limitOf(most.sendsADay, dayMs, now),
    tokenOfMinute: limitOf(most.tokensAMinute, minuteMs, now),
    tokenOfDay: limitOf(most.tokensADay, dayMs, now),
    forced: limitOf(most.forcedTokensADay, dayMs, now),
    session: limitOf(most.sessionsAMinute, minuteMs, now),
  };
  /** Whoever has signed in to this program: WeChat knows nobody else by an openid of it. */
  const people = new Set<string>();
  const sent: SentMessage[] = [];
  const allowed = new Map<string, number>();
  const consent = (openid: string, templateId: string) => `${openid} ${templateId}`;

  const issueCode = (openid: string, unionid?: string) => {
    const code = `0${randomBytes(23).toString('base64url')}`;
    codes.set(code, { openid, unionid, until: now() + codeMs, isUsed: false });
    return code;
  };

  const checkApp = (fields: Fields): Problem | undefined => {
    if (!fields.appid) return 'noAppId';
    if (!fields.secret) return 'noSecret';
    if (fields.appid !== appId) return 'invalidAppId';
    return fields.secret === secret ? undefined : 'invalidSecret';
  };

  const refusalOf = ({ touser, template_id, page, data }: SentMessage): Problem | undefined => {
    if (isOver.send()) return 'overQuota';
    if (!people.has(touser)) return 'invalidOpenid';
    if (!template_id) return 'invalidTemplate';
    if (page && !isPage(page)) return 'invalidPage';
    if (!Object.entries(data).every(isField)) return 'invalidData';
    return allowed.get(consent(touser, template_id)) ? undefined : 'notAllowed';
  };

  const routes: Record<string, (fields: Fields) => object> = {
    'GET /sns/jscode2session': (fields) => {
      const refusal = checkApp(fields) ?? upcoming.shift();
      if (refusal) return problems[refusal];
      if (fields.grant_type !== 'authorization_code') return problems.invalidGrant;
      const code = codes.get(fields.js_code ?? '');
      if (!code || code.until <= now()) return problems.invalidCode;
      if (code.isUsed) return problems.usedCode;
      if (isOver.session(code.openid)) return problems.tooOften;
      code.isUsed = true;
      people.add(code.openid);
      const session = { openid: code.openid, session_key: randomBytes(16).toString('base64') };
      return code.unionid ? { ...session, unionid: code.unionid } : session;
    },
    'POST /cgi-bin/stable_token': (fields) => {
      const refusal = checkApp(fields) ?? upcoming.shift();
      if (refusal) return problems[refusal];
      if (fields.grant_type !== 'client_credential') return problems.invalidGrant;
      if (isOver.tokenOfMinute()) return problems.tooOften;
      if (isOver.tokenOfDay() || (fields.force_refresh && isOver.forced())) return problems.overQuota;
      if (fields.force_refresh) tokens.force();
      return tokens.ask();
    },
    'POST /cgi-bin/message/subscribe/send': (fields) => {
      const { access_token, ...rest } = fields;
      const message = rest as unknown as SentMessage;
      const refusal = tokens.problemOf(access_token) ?? upcoming.shift() ?? refusalOf(message);
      if (refusal) return problems[refusal];
      const key = consent(message.touser, message.template_id);
      allowed.set(key, (allowed.get(key) ?? 0) - 1);
      sent.push(message);
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
      () => problems.invalidJson,
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
      people.add(openid);
      const key = consent(openid, templateId);
      allowed.set(key, (allowed.get(key) ?? 0) + 1);
    },
    sent,
    endToken: () => tokens.force(),
    failNext: (problem) => upcoming.push(problem),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** With or without what follows its address. */
const isPage = (page: string): boolean =>
  Object.values<string>(programPages).includes(`/${page.split('?')[0]}`);

/** None is empty, and a `thing` is at most 20 characters. */
const isField = ([name, { value }]: [string, { value: string }]): boolean =>
  value !== '' && !(name.startsWith('thing') && value.length > 20);

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
