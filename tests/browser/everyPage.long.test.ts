/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { settled } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { fillDeclaration, see, tap } from '../kit/declaring';
import { familyOf } from '../kit/family';

const { community, open, phone } = browserStory();
const ids = { id: '', partyId: '' };
beforeAll(async () => {
  const resident = await community.signIn('resident', 2);
  const { partyId, returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  Object.assign(ids, { id: returns[0]?.id, partyId });
});

/**
 * Every page, by who opens it (role on the sign-in, number), and words that only it has. A new page is a line here; one
 * that is missing fails.
 */
const table: Record<string, [who: string, number: number, words: string | RegExp]> = {
  'entry/outbox/index': ['居民', 2, '都发出去了'],
  'resident/home/index': ['居民', 2, '已收到，等核实'],
  'resident/declare/index': ['居民', 2, '来自哪个省'],
  'resident/declared/index': ['居民', 2, '撤回登记'],
  'resident/correct/index': ['居民', 2, '改谁的'],
  'resident/myDays/index': ['居民', 2, '现在没有居家观察'],
  'resident/mine/index': ['居民', 2, '没发出去的'],
  'resident/mine/bind/index': ['居民', 2, /./],
  'resident/mine/mandates/index': ['居民', 2, /./],
  'demo/index': ['居民', 2, /./],
  'worker/list/index': ['网格员', 2, '核实'],
  'worker/verify/index': ['网格员', 2, '从哪天算起'],
  'worker/correct/index': ['网格员', 2, '改谁的'],
  'worker/invite/index': ['网格员', 2, /./],
  'office/desk/index': ['社区办公室', 1, '查一查'],
  'office/roster/index': ['社区办公室', 1, '导入花名册'],
};

const config = readFileSync(path.join(__dirname, '../../miniapp/src/app.config.ts'), 'utf8');
const listed = [...config.matchAll(/root: '([^']+)', pages: \[([^\]]+)\]/g)].flatMap(([, root, own]) =>
  [...(own ?? '').matchAll(/'([^']+)'/g)].map(([, page]) => `${root}/${page}`),
);
const main = [...(/pages: \[([^\]]+)\]/.exec(config)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
  ([, page]) => page,
);

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

const goTo = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${community.running.url}/?polling=off#/${address}?id=${ids.id}&partyId=${ids.partyId}`);
  // Only the part behind # is another: the page itself is asked for again.
  await page.reload();
};

describe('every page', () => {
  it('has its line in the table', () => {
    expect(Object.keys(table).sort()).toEqual(
      [...main, ...listed].filter((page) => page !== 'entry/signIn/index').sort(),
    );
  });

  it.each([...new Set(Object.values(table).map(([who, number]) => `${who} ${number}`))])(
    'of %s can be read aloud: one title, headings in order, names for whatever can be tapped or filled in',
    async (whose) => {
      const [who = '', number = ''] = whose.split(' ');
      const page = await open(who, Number(number));
      await page.locator('.body').first().waitFor();
      const found: string[] = [];
      for (const [address, [owner, its, words]] of Object.entries(table)) {
        if (owner !== who || its !== Number(number)) continue;
        await goTo(page, address);
        await page.locator('.body').getByText(words).filter({ visible: true }).first().waitFor();
        await page.locator('.bones').first().waitFor({ state: 'detached' });
        await settled(page);
        found.push(...(await page.evaluate(stumbles)).map((stumble) => `${address}: ${stumble}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('of the sign-in can be read aloud too', async () => {
    const page = await phone();
    await see(page, '不同意');
    expect(await page.evaluate(stumbles)).toEqual([]);
    await tap(page, '同意');
    await see(page, '您好，请登录');
    expect(await page.evaluate(stumbles)).toEqual([]);
  });

  it('of a resident says what waits to be sent', async () => {
    const page = await open('居民', 27);
    await fillDeclaration(page);
    await page.route('**/api/returns', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    for (const [address, [who]] of Object.entries(table)) {
      if (who !== '居民' || address === 'entry/outbox/index') continue;
      await goTo(page, address);
      await see(page, '待发送 1');
    }
  });
});
