/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });

export interface PhoneOptions {
  zone?: string;
  /** Whether the program is kept on the phone. It is not where a story stands between the page and the API. */
  keepsProgram?: boolean;
}

/** A phone of its own: storage and cookies are not shared with another. */
export async function openPhone(
  browser: Browser,
  url: string,
  { zone = 'Asia/Shanghai', keepsProgram = false }: PhoneOptions = {},
): Promise<Page> {
  const phone = await browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: 'zh-CN',
    timezoneId: zone,
    serviceWorkers: keepsProgram ? 'allow' : 'block',
  });
  const page = await phone.newPage();
  await page.goto(`${url}/?polling=off#/entry/signIn/index`);
  return page;
}

/** A number that is dialled stays on this page: the browser would ask about it, and take every tap meanwhile. */
export const keepOnPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { navigation } = window as unknown as { navigation: EventTarget };
    navigation.addEventListener('navigate', (event) => {
      const { destination } = event as Event & { destination: { url: string } };
      if (destination.url.startsWith('tel:')) event.preventDefault();
    });
  });

/** Privacy, role, number, enter: as a person does it. */
export async function signIn(page: Page, role: string, number = 1): Promise<void> {
  const agree = page.getByRole('button', { name: '同意', exact: true });
  await agree.click();
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.getByLabel('第几位').fill(String(number));
  await page.getByRole('button', { name: '进入', exact: true }).click();
}

/** Waits until one page stands alone: while one slides over the other, both can be seen. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.taro_page')].filter((one) => one.getBoundingClientRect().width > 0)
        .length === 1,
  );
}

/** Taps what is visible. A page that goes away meanwhile takes its buttons with it: it is looked for again. */
export async function clickShown(button: Locator): Promise<void> {
  for (let left = 6; ; left -= 1)
    try {
      return await button.click({ timeout: 5000 });
    } catch (error) {
      if (left === 1) throw error;
    }
}

/** Waits until the program is on the phone and would open without a network. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}
