import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WechatStub {
  url: string;
  appId: string;
  secret: string;
  /** A code as wx.login would give it to this person. */
  issueCode(openid: string): string;
  stop(): Promise<void>;
}

interface Issued {
  openid: string;
  until: number;
  used: boolean;
}

const codeMs = 5 * 60_000;
const tokenSeconds = 7200;

/** Stands in for the WeChat server and speaks its protocol: refusals come as HTTP 200 with an errcode. */
export async function startWechatStub(): Promise<WechatStub> {
  const appId = 'wxdemo0000000001';
  const secret = randomBytes(16).toString('hex');
  const codes = new Map<string, Issued>();
  const issueCode = (openid: string) => {
    const code = randomBytes(12).toString('base64url');
    codes.set(code, { openid, until: Date.now() + codeMs, used: false });
    return code;
  };
  const isOurs = (query: URLSearchParams) => {
    if (query.get('appid') !== appId) return { errcode: 40013, errmsg: 'invalid appid' };
    return query.get('secret') === secret ? null : { errcode: 40125, errmsg: 'invalid appsecret' };
  };
  const code2session = (query: URLSearchParams) => isOurs(query) ?? redeem(codes, query.get('js_code') ?? '');
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
    if (pathname === '/sns/jscode2session') return answer(response, code2session(searchParams));
    if (pathname === '/cgi-bin/stable_token')
      return answer(response, stableToken(await readJson(request), isOurs));
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    appId,
    secret,
    issueCode,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function redeem(codes: Map<string, Issued>, code: string): object {
  const issued = codes.get(code);
  if (!issued || issued.until < Date.now()) return { errcode: 40029, errmsg: 'invalid code' };
  if (issued.used) return { errcode: 40163, errmsg: 'code been used' };
  issued.used = true;
  return { openid: issued.openid, session_key: randomBytes(16).toString('base64') };
}

function stableToken(
  body: Record<string, string>,
  isOurs: (query: URLSearchParams) => object | null,
): object {
  const refused = isOurs(new URLSearchParams({ appid: body.appid ?? '', secret: body.secret ?? '' }));
  return refused ?? { access_token: randomBytes(24).toString('base64url'), expires_in: tokenSeconds };
}

async function readJson(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
  } catch {
    return {};
  }
}

const answer = (response: ServerResponse, body: object): void => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
};
