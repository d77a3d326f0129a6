import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import type { Phone } from './phone';

export interface WxOptions {
  /** Where the API is; the bundle calls the address it was built for. */
  api: string;
  /** A code as WeChat’s server gives it to this phone’s owner. */
  login(): string;
}

interface Call {
  success?: (result: object) => void;
  fail?: (failure: object) => void;
  complete?: (result: object) => void;
}

/** The part of `wx` that the program uses, with the behaviour of the real one: everything answers later. */
export function makeWx(phone: Phone, { api, login }: WxOptions): Record<string, unknown> {
  const answer = (call: Call, result: object) =>
    setTimeout(() => {
      call.success?.(result);
      call.complete?.(result);
    });
  const done =
    (result: object = {}) =>
    (call: Call) =>
      answer(call, { errMsg: 'ok', ...result });
  const here = (url: string) => url.replace(/^(https?|wss?):\/\/[^/]+/, api);
  const move = (to: (url: string) => void) => (call: Call & { url: string }) => {
    setTimeout(() => to(call.url));
    answer(call, { errMsg: 'ok' });
  };
  return {
    request: (call: Call & RequestCall) => {
      if (!phone.isOffline) return ask(here(call.url), call, answer);
      setTimeout(() => call.fail?.({ errMsg: 'request:fail' }));
      return { abort: () => undefined };
    },
    connectSocket: (call: Call & { url: string }) => {
      answer(call, { errMsg: 'ok' });
      const socket = openSocket(here(call.url).replace(/^http/, 'ws'));
      phone.sockets.push(socket.close);
      return socket;
    },
    downloadFile: (call: Call & RequestCall) => fetchFile(phone, here(call.url), call, answer),
    openDocument: (call: Call & { filePath: string }) => {
      phone.opened.push(phone.files.get(call.filePath) ?? '');
      answer(call, { errMsg: 'openDocument:ok' });
    },
    getFileSystemManager: () => ({ readFileSync: (filePath: string) => phone.files.get(filePath) ?? '' }),
    login: (call: Call) => answer(call, { errMsg: 'ok', code: login() }),
    getRandomValues: (call: Call & { length: number }) =>
      answer(call, { randomValues: new Uint8Array(randomBytes(call.length)).buffer }),
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()], currentSize: 0, limitSize: 10_240 }),
    navigateTo: move((url) => phone.navigateTo(url)),
    redirectTo: move((url) => phone.redirectTo(url)),
    reLaunch: move((url) => phone.reLaunch(url)),
    navigateBack: (call: Call = {}) => {
      setTimeout(() => phone.navigateBack());
      answer(call, { errMsg: 'ok' });
    },
    setNavigationBarTitle: done(),
    setVisualEffectOnCapture: (call: Call & { visualEffect: 'hidden' | 'none' }) => {
      phone.capture = call.visualEffect;
      answer(call, { errMsg: 'ok' });
    },
    requestSubscribeMessage: (call: Call & { tmplIds: string[] }) => {
      const { noSubscribing } = phone;
      if (noSubscribing) setTimeout(() => call.fail?.(noSubscribing));
      else answer(call, { errMsg: 'requestSubscribeMessage:ok', ...phone.subscribes(call.tmplIds) });
    },
    hideShareMenu: done(),
    onNeedPrivacyAuthorization: (listener: Phone['onNeedPrivacy']) => {
      phone.onNeedPrivacy = listener;
    },
    pageScrollTo: done(),
    makePhoneCall: done(),
    onNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    getAppBaseInfo: () => ({ language: 'zh_CN', SDKVersion: '3.5.0' }),
    getSystemInfoSync: () => ({
      language: 'zh_CN',
      SDKVersion: '3.5.0',
      platform: 'devtools',
      windowWidth: 375,
    }),
    getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      height: 32,
      width: 87,
      left: 281,
      right: 368,
      bottom: 80,
    }),
    createSelectorQuery: () => selectorQuery(phone),
    nextTick: (work: () => void) => void setTimeout(work),
    canIUse: () => true,
  };
}

/** Whatever comes is kept as a file, a refusal too. */
function fetchFile(
  phone: Phone,
  url: string,
  call: Call & RequestCall,
  answer: (call: Call, result: object) => void,
): object {
  const tempFilePath = `wxfile://tmp/${phone.files.size}`;
  fetch(url, { headers: call.header ?? {} })
    .then(async (reply) => {
      phone.files.set(tempFilePath, Buffer.from(await reply.arrayBuffer()).toString('latin1'));
      answer(call, { statusCode: reply.status, tempFilePath, errMsg: 'downloadFile:ok' });
    })
    .catch(() => call.fail?.({ errMsg: 'downloadFile:fail' }));
  return { abort: () => undefined };
}

/** Of what is on the screen only a canvas is asked for; what is drawn on it is written down. */
function selectorQuery(phone: Phone): object {
  const pen = new Proxy(
    {},
    {
      get: (_, name) => (name === 'toString' ? undefined : () => void phone.drawn.push(String(name))),
      set: () => true,
    },
  );
  const found = { width: 320, height: 160, node: { width: 0, height: 0, getContext: () => pen } };
  const asked: (() => void)[] = [];
  const query = {
    in: () => query,
    select: () => query,
    fields: (_: object, told: (found: object) => void) => {
      asked.push(() => told(found));
      return query;
    },
    exec: () => {
      for (const tell of asked.splice(0)) setTimeout(tell);
    },
  };
  return query;
}

interface RequestCall {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string | object;
  timeout?: number;
}

function ask(url: string, call: Call & RequestCall, answer: (call: Call, result: object) => void): object {
  const { method = 'GET', header = {}, data } = call;
  const body =
    data === undefined || method === 'GET'
      ? undefined
      : typeof data === 'string'
        ? data
        : JSON.stringify(data);
  fetch(url, { method, headers: header, ...(body !== undefined && { body }) })
    .then(async (reply) => {
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json');
      answer(call, {
        statusCode: reply.status,
        header: Object.fromEntries(reply.headers),
        data: isJson && text ? JSON.parse(text) : text,
        errMsg: 'request:ok',
      });
    })
    .catch(() => call.fail?.({ errMsg: 'request:fail' }));
  return { abort: () => undefined };
}

/** A SocketTask. The mini-program’s requests come from WeChat’s own page. */
function openSocket(url: string) {
  const socket = new WebSocket(url, { origin: 'https://servicewechat.com' });
  socket.on('error', () => undefined);
  return {
    send: ({ data }: { data: string }) => socket.send(data),
    close: () => socket.close(),
    onOpen: (hear: (event: object) => void) => socket.on('open', () => hear({})),
    onMessage: (hear: (event: object) => void) =>
      socket.on('message', (data) => hear({ data: String(data) })),
    onError: (hear: (event: object) => void) => socket.on('error', () => hear({ errMsg: 'fail' })),
    onClose: (hear: (event: object) => void) =>
      socket.on('close', (code, reason) => hear({ code, reason: String(reason) })),
  };
}
