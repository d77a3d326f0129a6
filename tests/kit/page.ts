import type { Locator, Page } from 'playwright-core';
import { clickShown, settled } from './browser';
import { photoOf } from './photos';

/** What a person does on a page, and reads there. Pages behind the one that is shown do not count. */

/** Taps the newest button of this name. */
export async function tap(page: Page, name: string): Promise<void> {
  await settled(page);
  await clickShown(page.getByRole('button', { name, exact: true }).filter({ visible: true }).last());
}

const shown = (page: Page, words: string): Locator => page.getByText(words).filter({ visible: true }).first();

/** Waits until these words can be read. */
export const see = (page: Page, words: string): Promise<void> => shown(page, words).waitFor();

/** Waits until these words cannot be read any more. */
export const gone = (page: Page, words: string): Promise<void> =>
  shown(page, words).waitFor({ state: 'detached' });

/** Types into the field of this label; of several that are alike, into the one of this number. */
export async function fill(page: Page, label: string, text: string, nth?: number): Promise<void> {
  await settled(page);
  await one(page.getByLabel(label, { exact: true }), nth).fill(text);
}

/** Taps an answer to the question of this label. */
export async function choose(page: Page, label: string, option: string, nth?: number): Promise<void> {
  await settled(page);
  const question = one(page.getByRole('group', { name: label, exact: true }), nth);
  await question.getByRole('button', { name: option, exact: true }).click();
}

/** Picks from the list of this label. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await settled(page);
  await one(page.getByLabel(label, { exact: true })).selectOption({ label: option });
}

const one = (found: Locator, nth?: number): Locator => {
  const visible = found.filter({ visible: true });
  return nth === undefined ? visible : visible.nth(nth);
};

/** A day by its word, such as 今天, or as `YYYY-MM-DD`; and a time `HH:mm`. */
export async function fillTime(page: Page, label: string, day: string, time: string): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true }).filter({ visible: true }).last();
  const isDate = /^\d/.test(day);
  await field.getByRole('button', { name: isDate ? '更早' : day, exact: true }).click();
  if (isDate) await field.locator('input[type=date]').fill(day);
  await field.locator('input[type=time]').fill(time);
}

/** Takes a photo for the form; it is on its way then. */
export async function takePhoto(page: Page): Promise<void> {
  const { name, bytes } = await photoOf();
  await page.getByLabel('拍照或选照片').setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes });
}

/** The card of a door, the first if there are more. */
export const cardOf = (page: Page, door: string): Locator =>
  page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: door }), visible: true })
    .first();

/** Taps the button of this name on a card. */
export const tapIn = (card: Locator, name: string): Promise<void> =>
  card.getByRole('button', { name, exact: true }).click();
