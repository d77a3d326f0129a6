import * as z from 'zod';

export type WechatReason = 'codeInvalid' | 'codeUsed' | 'busy' | 'unreachable' | 'misconfigured';

/** WeChat refused or could not be asked. Carries no code, secret or key. */
export class WechatFailure extends Error {
  constructor(readonly reason: WechatReason) {
    super(`wechat: ${reason}`);
  }
}

export interface Wechat {
  /** Turns a code of wx.login into the person's openid. Throws WechatFailure. */
  code2session(code: string): Promise<{ openid: string; unionid?: string }>;
}

export interface WechatOptions {
  baseUrl: string;
  appId: string;
  secret: string;
  timeoutMs?: number;
}

const Answer = z.union([
  z.object({ openid: z.string().min(1), unionid: z.string().optional() }),
  z.object({ errcode: z.number() }),
]);

/** Error codes of WeChat’s code2session; the answer is HTTP 200 all the same. */
const reasons: Record<number, WechatReason> = {
  40029: 'codeInvalid',
  40163: 'codeUsed',
  [-1]: 'busy',
  45011: 'busy',
  40013: 'misconfigured',
  40125: 'misconfigured',
};

/** Our client of the WeChat server. session_key is not kept: nothing here decrypts user data. */
export function createWechat({ baseUrl, appId, secret, timeoutMs = 4000 }: WechatOptions): Wechat {
  return {
    async code2session(code) {
      const url = new URL('/sns/jscode2session', baseUrl);
      url.search = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = Answer.safeParse(await ask(url, timeoutMs));
      if (!answer.success) throw new WechatFailure('unreachable');
      if ('errcode' in answer.data) throw new WechatFailure(reasons[answer.data.errcode] ?? 'misconfigured');
      return answer.data as { openid: string; unionid?: string };
    },
  };
}

async function ask(url: URL, timeoutMs: number): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return await response.json();
  } catch {
    throw new WechatFailure('unreachable');
  }
}
