import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPhone, type PhoneOptions, signIn } from './browser';
import { startCommunity, type TestCommunity } from './startCommunity';

export interface BrowserStory {
  community: TestCommunity;
  /** A phone of its own, before the sign-in. */
  phone(options?: PhoneOptions): Promise<Page>;
  /** A phone of its own, on the first page of the numbered demo person. The role by its words on the screen. */
  open(role: string, number?: number, options?: PhoneOptions): Promise<Page>;
}

/** A running community with the browser build, and a real Chromium. Call it once a file, outside a test. */
export function browserStory(options: Parameters<typeof startCommunity>[0] = {}): BrowserStory {
  const folder = path.join(__dirname, '../../miniapp/dist/h5');
  const community = startCommunity({
    ...options,
    environment: { NUANLIN_STATIC: folder, ...options.environment },
  });
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const phone = (options?: PhoneOptions) => openPhone(browser, community.running.url, options);
  return {
    community,
    phone,
    async open(role, number = 1, options) {
      const page = await phone(options);
      await signIn(page, role, number);
      return page;
    },
  };
}
