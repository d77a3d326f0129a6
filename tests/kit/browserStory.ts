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

/** Stories of one file share a Chromium; the last of them closes it. */
let chromium: Promise<Browser> | null = null;
let storiesLeft = 0;

/** A running community with the browser build, and a real Chromium. Call it once a story, outside a test. */
export function browserStory(options: Parameters<typeof startCommunity>[0] = {}): BrowserStory {
  const folder = path.join(__dirname, '../../miniapp/dist/h5');
  const community = startCommunity({
    ...options,
    environment: { NUANLIN_STATIC: folder, ...options.environment },
  });
  storiesLeft += 1;
  const ofStory: Page[] = [];
  const ofTest: Page[] = [];
  // What was opened before the tests belongs to all of them.
  beforeEach(() => void ofStory.push(...ofTest.splice(0)));
  afterEach(() => putAway(ofTest));
  afterAll(async () => {
    await putAway(ofStory);
    storiesLeft -= 1;
    if (!storiesLeft) await (await chromium)?.close();
  });
  const phone = async (options?: PhoneOptions) => {
    chromium ??= openBrowser();
    const page = await openPhone(await chromium, community.running.url, options);
    ofTest.push(page);
    return page;
  };
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

/** Nobody looks at them any more: they would go on asking the API. */
async function putAway(pages: Page[]): Promise<void> {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
}
