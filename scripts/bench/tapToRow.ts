/// <reference lib="dom" />
/** From the resident’s last tap to the row on the leader’s open page, polling off: both in a real browser. */
import type { Page } from 'playwright-core';
import type { Running } from '../../api/main';
import { openBrowser, openPhone, signIn } from '../../tests/kit/browser';
import { fillDeclaration } from '../../tests/kit/declaring';
import { tap } from '../../tests/kit/page';
import { withDemo } from './openBench';
import { atMost, medianOf } from './tellPromise';

const times = 20;

export const benchTapToRow = (): Promise<void> =>
  withDemo(async (running) => reportTimes('tap to row', await measure(running)));

async function measure({ url }: Running): Promise<number[]> {
  const browser = await openBrowser();
  try {
    const leader = await openPhone(browser, url);
    await signIn(leader, '网格长');
    await leader.getByText('现在没有等您办的').waitFor();
    const taken: number[] = [];
    for (let number = 1; number <= times; number += 1) {
      const resident = await openPhone(browser, url);
      await signIn(resident, '居民', number);
      await fillDeclaration(resident);
      const seen = momentOfRow(leader, number);
      const tapped = momentOfTap(resident);
      await tap(resident, '提交');
      taken.push((await seen) - (await tapped));
      await resident.context().close();
    }
    return taken;
  } finally {
    await browser.close();
  }
}

/** When the page itself saw the tap; the same machine’s clock in both pages. */
const momentOfTap = async (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        document.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true }),
      ),
  );

/** When the list had this many rows. */
export const momentOfRow = (page: Page, rows: number): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) =>
        new MutationObserver((_, observer) => {
          if (document.querySelectorAll('.door').length < wanted) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { childList: true, subtree: true }),
      ),
    rows,
  );

export function reportTimes(what: string, taken: number[]): void {
  const longest = Math.max(...taken);
  console.log(`${what}, polling off, ${taken.length} times: ${taken.join(', ')} ms, longest ${longest} ms`);
  atMost(`${what}, median in seconds`, medianOf(taken) / 1000, 1);
}
