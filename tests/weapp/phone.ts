import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { type Tree, TreeView } from './tree';
import { makeWx, type WxOptions } from './wx';

type Handler = (this: unknown, ...args: unknown[]) => unknown;
interface PageInstance {
  route: string;
  data: { root?: Tree };
  [name: string]: unknown;
}

const bundle = path.join(__dirname, '../../miniapp/dist/weapp');

/**
 * A phone that runs the mini-program's bundle: the logic layer as WeChat has it (no document, no fetch, no code from
 * strings), page life cycles, `setData`, taps and inputs as its view layer sends them. What `wx` answers is in wx.ts.
 */
export class Phone {
  readonly storage = new Map<string, unknown>();
  readonly sockets: (() => void)[] = [];
  /** What the program complained of, and what it threw. */
  readonly errors: string[] = [];
  /** Whether a picture of the screen may be taken. */
  capture: 'hidden' | 'none' = 'none';
  isOffline = false;
  /** What was drawn on a canvas, stroke by stroke. */
  readonly drawn: string[] = [];
  /** Files that were fetched, and those that the phone’s own reader was given. */
  readonly files = new Map<string, string>();
  readonly opened: string[] = [];
  /** What the owner answers in WeChat’s dialog about messages; the templates it was opened for. */
  subscribes: (templateIds: string[]) => Record<string, string> = () => ({});
  /** Why that dialog does not open; 20004: the owner has switched all messages of the program off. */
  noSubscribing: { errCode: number; errMsg: string } | null = null;
  /** WeChat wants a yes before it hands something over; answers what the program made of it. */
  onNeedPrivacy: ((resolve: (answer: object) => void, info: object) => void) | null = null;
  private readonly timers: NodeJS.Timeout[] = [];
  private isStopped = false;
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly context: vm.Context;
  private stack: PageInstance[] = [];
  private registered: Record<string, unknown> = {};
  private readonly pages = new Map<string, Record<string, unknown>>();
  private app: Record<string, unknown> = {};

  constructor(options: WxOptions) {
    const wx = makeWx(this, options);
    const globals = {
      wx,
      App: (config: Record<string, unknown>) => {
        this.app = config;
      },
      Page: (config: Record<string, unknown>) => {
        this.registered = config;
      },
      Component: (config: Record<string, unknown>) => {
        this.registered = config;
      },
      Behavior: () => ({}),
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
      console: {
        ...console,
        error: (...said: unknown[]) => void this.errors.push(said.map(String).join(' ')),
      },
      setTimeout: (work: () => void, ms?: number) => this.later(setTimeout(this.watched(work), ms)),
      setInterval: (work: () => void, ms?: number) => this.later(setInterval(this.watched(work), ms)),
      clearTimeout,
      clearInterval,
    };
    this.context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  }

  /** A cold start, as from the list of mini-programs. */
  start(): void {
    this.run('app.js');
    const options = { path: 'entry/signIn/index', query: {}, scene: 1001 };
    this.emit(this.app, 'onLaunch', options);
    this.emit(this.app, 'onShow', options);
    this.reLaunch('/entry/signIn/index');
  }

  /** Put away for good. */
  stop(): void {
    this.emit(this.app, 'onHide');
    this.isStopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const close of this.sockets) close();
  }

  private watched(work: () => void): () => void {
    return () => {
      try {
        work();
      } catch (error) {
        this.errors.push(String(error));
      }
    };
  }

  /** What a phone waits for keeps nobody waiting for the phone. */
  private later(timer: NodeJS.Timeout): NodeJS.Timeout {
    if (this.isStopped) clearTimeout(timer);
    this.timers.push(timer.unref());
    return timer;
  }

  reLaunch(url: string): void {
    for (const page of this.stack.splice(0).reverse()) this.emit(page, 'onUnload');
    this.push(url);
  }
  redirectTo(url: string): void {
    const page = this.stack.pop();
    if (page) this.emit(page, 'onUnload');
    this.push(url);
  }
  navigateTo(url: string): void {
    const page = this.stack[this.stack.length - 1];
    if (page) this.emit(page, 'onHide');
    this.push(url);
  }
  navigateBack(): void {
    const page = this.stack.pop();
    if (page) this.emit(page, 'onUnload');
    const top = this.stack[this.stack.length - 1];
    if (top) this.emit(top, 'onShow');
  }

  /** Whether the page in front could be handed to a chat as a card. */
  get canShare(): boolean {
    return this.stack[this.stack.length - 1]?.onShareAppMessage !== undefined;
  }

  get route(): string {
    return this.stack[this.stack.length - 1]?.route ?? '';
  }

  /** What is on the screen now. */
  get view(): TreeView {
    return new TreeView(this.stack[this.stack.length - 1]?.data.root ?? { cn: [] });
  }

  /** What the view layer sends when something is tapped, typed or chosen. */
  send(type: string, target: Tree, detail: Record<string, unknown> = {}): void {
    const page = this.stack[this.stack.length - 1];
    const node = { id: target.uid ?? target.sid, dataset: { sid: target.sid }, offsetLeft: 0, offsetTop: 0 };
    const event = { type, timeStamp: Date.now(), target: node, currentTarget: node, mark: {}, detail };
    if (page) this.emit(page, 'eh', event);
  }

  private push(url: string): void {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?');
    this.registered = {};
    this.run(`${route}.js`);
    // Its script registers a page once; opened again it is the same one.
    if (Object.keys(this.registered).length) this.pages.set(route, this.registered);
    const config = (this.pages.get(route) ?? {}) as { data?: object };
    const page: PageInstance = Object.assign(Object.create(null), config, {
      route,
      __route__: route,
      data: structuredClone(config.data ?? {}),
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        for (const [where, value] of Object.entries(changes)) assign(page.data, where, value);
        setTimeout(() => done?.());
      },
    });
    this.stack.push(page);
    const params = Object.fromEntries(new URLSearchParams(query));
    this.emit(page, 'onLoad', params);
    this.emit(page, 'onShow');
    this.emit(page, 'onReady');
  }

  private emit(on: Record<string, unknown>, name: string, ...args: unknown[]): void {
    (on[name] as Handler | undefined)?.apply(on, args);
  }

  /** Each file once, except a page's: it registers anew each time it is opened. */
  private run(file: string): unknown {
    const isPage = file.endsWith('index.js');
    const known = this.loaded.get(file);
    if (known && !isPage) return known.exports;
    const module = { exports: {} };
    this.loaded.set(file, module);
    const code = readFileSync(path.join(bundle, file), 'utf8');
    const folder = path.posix.dirname(file);
    const require = (name: string) =>
      this.run(path.posix.join(folder, name.endsWith('.js') ? name : `${name}.js`));
    const load = vm.runInContext(`(function (require, module, exports) {${code}\n})`, this.context, {
      filename: file,
    }) as Handler;
    load.call(undefined, require, module, module.exports);
    return module.exports;
  }
}

/** `root.cn.[0].cl` = value, as setData writes it. */
function assign(data: Record<string, unknown>, where: string, value: unknown): void {
  const keys = where
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = keys.pop() as string;
  let at = data as Record<string, unknown>;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  // What crosses to the view layer is a copy.
  at[last] = value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
