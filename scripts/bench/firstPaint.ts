/// <reference lib="dom" />
/** From the navigation to the first card with real data on a resident's home, on a processor four times slower. */
import type { Browser, Page } from 'playwright-core';
import { isKept, openBrowser, openPhone, signIn } from '../../tests/kit/browser';
import { withDemo } from './openBench';

const times = 7;
const slower = 4;
const limitMs = 2000;
/** On the home of somebody who has declared nothing: it stands there when the list of declarations has come. */
const words = '从外地回来了';

export const benchFirstPaint = (): Promise<void> =>
  withDemo(async ({ url }) => {
    const browser = await openBrowser();
    try {
      report('nothing on the phone yet', await measure(browser, url, false));
      report('opened before', await measure(browser, url, true));
    } finally {
      await browser.close();
    }
  });

async function measure(browser: Browser, url: string, isWarm: boolean): Promise<number[]> {
  const page = await openPhone(browser, url, { keepsProgram: isWarm });
  await signIn(page, '居民', isWarm ? 2 : 1);
  await page.getByText(words).waitFor();
  if (isWarm) await isKept(page);
  const phone = await page.context().newCDPSession(page);
  await phone.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript({ content: noteMoment });
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    await page.goto('about:blank');
    if (!isWarm) await phone.send('Network.clearBrowserCache');
    await page.goto(`${url}/#/resident/home/index`, { waitUntil: 'commit' });
    taken.push(await momentOf(page));
  }
  await page.context().close();
  return taken;
}

/** Runs in the page, before it: when these words were on the screen, in ms since the navigation. A text: what runs there is not compiled. */
const noteMoment = `
  (function look() {
    const card = [...document.querySelectorAll('.card')].find((one) => one.textContent.includes('${words}'));
    if (card) window.seenAt = performance.now();
    else requestAnimationFrame(look);
  })();
`;

async function momentOf(page: Page): Promise<number> {
  const seen = await page.waitForFunction(() => (window as { seenAt?: number }).seenAt);
  return (await seen.jsonValue()) as number;
}

function report(what: string, taken: number[]): void {
  const sorted = taken.map(Math.round).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] as number;
  console.log(
    `first card of the home, ${slower} times slower, ${what}: median ${median} ms of ${sorted.join(', ')}`,
  );
  console.log(`  ${(median / limitMs).toFixed(2)} of the limit of ${limitMs} ms`);
}
