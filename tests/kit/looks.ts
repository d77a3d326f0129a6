/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { clickShown, settled } from './browser';
import { isLongRun } from './longRun';

/** What every screen keeps, in px: smallest text, smallest thing to tap. */
const limits = { normal: { text: 14, target: 44 }, elder: { text: 18, target: 60 } } as const;
type Size = keyof typeof limits;
/** The switch of sizes, in both languages. */
const switches: Record<Size, RegExp> = { elder: /^(大字|Large)$/, normal: /^(标准|Normal)$/ };
const shots = process.env.NUANLIN_SHOTS;

/** What fits a narrow phone fits a usual one: that is looked at in the long run, and where pictures are taken. */
const usual = 375;
const isLookedAt = (width: number): boolean => width !== usual || isLongRun || Boolean(shots);

/**
 * Looks at a screen in both sizes on a narrow and on a usual phone, and stays on the last of the widths. Answers what is wrong with
 * it: too small, cut off, or more than one thing to do first. With `NUANLIN_SHOTS=<folder>` a person can look as well.
 */
export async function faultsOfLooks(
  page: Page,
  name: string,
  widths: readonly number[] = [320, usual],
): Promise<string[]> {
  const faults: string[] = [];
  await settled(page);
  for (const size of ['elder', 'normal'] as const) {
    await turn(page, size);
    for (const width of widths.filter(isLookedAt)) {
      await page.setViewportSize({ width, height: 812 });
      const found = await page.evaluate(measure, limits[size]);
      faults.push(...found.map((fault) => `${name}, ${size}, ${width}: ${fault}`));
      if (shots && width >= usual)
        await shoot(page, width === usual ? `${name}-${size}` : `${name}-${size}-${width}`);
    }
  }
  await page.setViewportSize({ width: widths.at(-1) ?? usual, height: 812 });
  return faults;
}

/** Looks at screens as {@link faultsOfLooks} does. Whatever is wrong with one fails the test that looked at it, at its end. */
export function looking() {
  const faults: string[] = [];
  afterEach(() => expect(faults.splice(0)).toEqual([]));
  return async (page: Page, name: string, widths?: readonly number[]): Promise<void> => {
    faults.push(...(await faultsOfLooks(page, name, widths)));
  };
}

function turn(page: Page, size: Size): Promise<void> {
  const toggle = page.getByRole('button', { name: switches[size] });
  // Pages behind this one have the same button.
  return clickShown(toggle.filter({ visible: true }).last());
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots as string, { recursive: true });
  await page.screenshot({ path: path.join(shots as string, `${name}.png`), fullPage: true });
}

/** Runs in the page. */
function measure({ text, target }: { text: number; target: number }): string[] {
  const faults = new Set<string>();
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  const shown = [...document.querySelectorAll('body *')].filter(isShown);
  const wide = document.documentElement.clientWidth;
  const inWatermark = (element: Element) => element.closest('.watermark') !== null;
  for (const element of shown.filter((one) => !inWatermark(one))) {
    const { left, right, width, height } = element.getBoundingClientRect();
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const what = `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 20)}"`;
    if (words && Number.parseFloat(getComputedStyle(element).fontSize) < text)
      faults.add(`small text: ${what}`);
    if (right > wide + 1 || left < -1) faults.add(`cut off: ${what}`);
    const isTarget = element.matches('button, select, input:not([type=file])');
    if (isTarget && (height < target - 0.5 || width < target - 0.5))
      faults.add(`small target ${Math.round(width)}×${Math.round(height)}: ${what}`);
  }
  const first = shown.filter((one) => one.matches('.button:not(.tint):not(.plain):not(.off)'));
  if (first.length > 1)
    faults.add(`${first.length} first things: ${first.map((one) => one.textContent).join(', ')}`);
  return [...faults];
}

/** A desk’s screen, for whoever looks at the pictures; nothing may be cut off. */
export async function shootWide(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  if (shots) await shoot(page, name);
  await page.setViewportSize({ width: 375, height: 812 });
}
