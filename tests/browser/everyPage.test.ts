/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { settled } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { fillDeclaration } from '../kit/declaring';
import { eventually } from '../kit/eventually';
import { addressesIn, beforeSignIn, everyPage, ownerOf } from '../kit/everyPage';
import { isLongRun } from '../kit/longRun';
import { faultsOfLooks } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open, phone } = browserStory();
let addressOf: (page: string) => string;
beforeAll(async () => {
  addressOf = await addressesIn(community);
});

/** What a screen reader would stumble over. Runs in the page. */
function stumbles(): string[] {
  const shown = [...document.querySelectorAll('.taro_page')].filter(
    (one) => one.getBoundingClientRect().width > 0,
  );
  const root = shown.at(-1);
  if (!root) return ['no page'];
  const isSeen = (one: Element) => one.getClientRects().length > 0 && !one.closest('[aria-hidden=true]');
  const all = (selector: string) => [...root.querySelectorAll(selector)].filter(isSeen);
  const nameOf = (one: Element) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
  const what = (one: Element) => one.outerHTML.slice(0, 120);
  const levels = all('h1, h2, h3').map((one) => Number(one.tagName[1]));
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`${levels} are the headings`]),
    ...levels.flatMap((level, i) =>
      level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after h${levels[i - 1]}`] : [],
    ),
    ...(all('main').length === 1 ? [] : [`${all('main').length} main parts`]),
    ...all('button, [role=button], a').flatMap((one) => (nameOf(one) ? [] : [`no name: ${what(one)}`])),
    ...all('input, select, textarea').flatMap((one) =>
      one.getAttribute('aria-label') || (one as HTMLInputElement).labels?.length
        ? []
        : [`no label: ${what(one)}`],
    ),
    ...all('[role=group], [role=img]').flatMap((one) =>
      one.getAttribute('aria-label') ? [] : [`no name: ${what(one)}`],
    ),
    ...all('[tabindex]').flatMap((one) =>
      Number(one.getAttribute('tabindex')) > 0 ? [`order: ${what(one)}`] : [],
    ),
    ...all('.taro_page [onclick]:not(button)').map((one) => `not a button: ${what(one)}`),
    ...(document.title ? [] : ['no title']),
  ];
}

/** Opened by its address, as after a reload; answers when nothing of it is on its way any more. */
async function goTo(page: Page, name: string): Promise<void> {
  // From elsewhere: where only the part behind # is another, the page itself is not asked for again.
  await page.goto('about:blank');
  await page.goto(`${community.running.url}/?polling=off#/${addressOf(name)}`);
  await page.locator('.body > *').filter({ visible: true }).first().waitFor();
  await page.locator('.bones').first().waitFor({ state: 'detached' });
  await settled(page);
}

async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.evaluate((to) => {
    const { data } = JSON.parse(localStorage.getItem('settings') ?? '{}');
    localStorage.setItem('settings', JSON.stringify({ data: { ...data, language: to } }));
  }, language);
}

/** Narrow and usual; and the office’s desk, in px. */
const phones = [320, 375];
const desk = 1280;
/** Each is opened by its address and renews the session: so often a minute nobody may, and nobody does. */
const pagesASession = 20;
/** Chinese first; English on the same pages in the long run. */
const languages = isLongRun ? (['zh', 'en'] as const) : (['zh'] as const);

describe.each([
  ['resident', '居民', 2],
  ['worker', '网格员', 2],
  ['office', '社区办公室', 1],
  ['health', '卫生服务站', 1],
] as const)('every page of a %s', (role, word, number) => {
  const own = everyPage.filter((page) => ownerOf(page) === role);

  const signedIn = async (language: 'zh' | 'en') => {
    const page = await open(word, number);
    // Signed in, and not on the way there any more.
    await page.waitForURL(({ hash }) => !hash.includes('signIn'));
    await page.locator('.body').first().waitFor();
    await speak(page, language);
    return page;
  };

  it(`can be read aloud and tapped in both sizes, in ${languages.join(' and in ')}`, async () => {
    const found: string[] = [];
    for (const language of languages) {
      let page: Page | null = null;
      for (const [i, name] of own.entries()) {
        if (i % pagesASession === 0) await page?.context().close();
        page = i % pagesASession === 0 || !page ? await signedIn(language) : page;
        await goTo(page, name);
        expect(new URL(page.url()).hash).toContain(name);
        const shot = `every-${name.replaceAll('/', '-')}-${language}`;
        found.push(...(await page.evaluate(stumbles)).map((stumble) => `${shot}: ${stumble}`));
        found.push(...(await faultsOfLooks(page, shot, role === 'office' ? [...phones, desk] : phones)));
        const text = await page.locator('body').innerText();
        found.push(
          ...(text.match(/undefined|NaN|\[object|Invalid/g) ?? []).map((word) => `${shot}: ${word}`),
        );
      }
      await page?.context().close();
    }
    expect(found).toEqual([]);
  });
});

describe('every page', () => {
  it('even the sign-in can be read aloud', async () => {
    const page = await phone();
    await see(page, '不同意');
    expect(await page.evaluate(stumbles)).toEqual([]);
    await tap(page, '同意');
    await see(page, '您好，请登录');
    expect(await page.evaluate(stumbles)).toEqual([]);
  });

  it('of a resident says what waits to be sent: some of them here, all in the long run', async () => {
    const page = await open('居民', 27);
    await fillDeclaration(page);
    await page.route('**/api/returns', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    const others = [...beforeSignIn, 'entry/outbox/index'];
    const own = everyPage.filter((name) => ownerOf(name) === 'resident' && !others.includes(name));
    for (const name of own.filter((_, i) => isLongRun || i % 4 === 0)) {
      await goTo(page, name);
      const said = () => page.getByText('待发送 1').filter({ visible: true }).count();
      await eventually(
        async () => [name, await said()],
        ([, count]) => count === 1,
      );
    }
  });
});
