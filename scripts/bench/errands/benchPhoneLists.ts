/// <reference lib="dom" />
/**
 * A trip with 60 doors and a shopping list of 400 lines on the phone of whoever carries them, on a processor four times slower: from
 * opening the page to its first rows, and to the last. Promised: open within a second.
 */
import type { Page } from 'playwright-core';
import { openBrowser, openPhone, signIn } from '../../../tests/kit/browser';
import { openCaller } from '../../../tests/kit/caller';
import { withDemo } from '../openBench';
import { atMost, medianOf } from '../tellPromise';
import { doors, fillTrip, lines } from './fullTrip';

const times = 7;
const slower = 4;
const limitSeconds = 1;
const home = '/worker/list/index';
/** So long the page is looked at. */
const patienceMs = 20_000;

interface List {
  name: string;
  route: string;
  /** What is drawn for each row, and how many there are. */
  row: string;
  rows: number;
}

export const benchPhoneLists = (): Promise<void> =>
  withDemo(async ({ url, context }) => {
    const worker = await openCaller(url, (caller) =>
      caller.gets('createDemoSession', { body: { role: 'worker', number: 1 } }),
    );
    const where = new URLSearchParams(await fillTrip(context, worker));
    const lists: List[] = [
      {
        name: `a trip with ${doors} doors`,
        route: `/carrying/run/index?${where}`,
        row: '.lazy',
        rows: doors,
      },
      { name: `a list of ${lines} lines`, route: '/carrying/shopping/index', row: '.shelf', rows: lines },
    ];
    const browser = await openBrowser();
    try {
      const page = await openPhone(browser, url);
      await signIn(page, '网格员');
      await page.locator('.card').first().waitFor();
      const phone = await page.context().newCDPSession(page);
      await phone.send('Emulation.setCPUThrottlingRate', { rate: slower });
      for (const list of lists) await measure(page, url, list);
    } finally {
      await browser.close();
    }
  });

async function measure(page: Page, url: string, list: List): Promise<void> {
  const first: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) {
    // The program begins anew each time: nothing of the list is there yet.
    await page.goto('about:blank');
    await page.goto(`${url}/?polling=off#${home}`);
    await page.locator('.card').first().waitFor();
    const seen = await momentsOf(page, list);
    if (seen.drawn < list.rows)
      throw new Error(`${list.name}: only ${seen.drawn} rows after ${patienceMs} ms`);
    first.push(seen.first);
    all.push(seen.all);
  }
  const told = (taken: number[]) =>
    taken
      .map(Math.round)
      .sort((a, b) => a - b)
      .join(', ');
  console.log(
    `${list.name}, ${slower} times slower: first rows ${told(first)} ms, all of them ${told(all)} ms`,
  );
  atMost(`${list.name} can be read and tapped, median in seconds`, medianOf(first) / 1000, limitSeconds);
  atMost(`${list.name} is there to its end, median in seconds`, medianOf(all) / 1000, limitSeconds);
}

/** In the page itself: it goes there, and looks at every frame what is drawn. A text: what runs there is not compiled. */
const momentsOf = (
  page: Page,
  { route, row, rows }: List,
): Promise<{ first: number; all: number; drawn: number }> =>
  page.evaluate(`
    new Promise((resolve) => {
      const from = performance.now();
      let first = 0;
      (function look() {
        const drawn = document.querySelectorAll('${row}').length;
        const all = performance.now() - from;
        if (drawn && !first) first = all;
        if (drawn >= ${rows} || all > ${patienceMs}) return resolve({ first, all, drawn });
        requestAnimationFrame(look);
      })();
      location.hash = '${route}';
    })
  `);
