import type { Page } from 'playwright-core';
import { clickShown, settled } from './browser';

/** Taps the newest button of this name. */
export async function tap(page: Page, name: string): Promise<void> {
  await settled(page);
  await clickShown(page.getByRole('button', { name, exact: true }).filter({ visible: true }).last());
}

/** Waits until these words can be read; pages behind this one do not count. */
export const see = (page: Page, words: string): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/** A day by its word, such as 今天, or as `YYYY-MM-DD`; and a time `HH:mm`. */
export async function fillTime(page: Page, label: string, day: string, time: string): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true }).filter({ visible: true }).last();
  const isDate = /^\d/.test(day);
  await field.getByRole('button', { name: isDate ? '更早' : day, exact: true }).click();
  if (isDate) await field.locator('input[type=date]').fill(day);
  await field.locator('input[type=time]').fill(time);
}

/** The journey of a declaration: from Xi’an by train, home at 09:00 on 22 November 2026. */
export async function fillJourney(page: Page): Promise<void> {
  await page.getByLabel('来自哪个省').selectOption({ label: '陕西省' });
  await page.getByLabel('哪个市').selectOption({ label: '西安市' });
  await fillTime(page, '什么时候离开的', '今天', '03:00');
  await fillTime(page, '什么时候到家', '今天', '09:00');
  await tap(page, '火车');
  await page.getByLabel('车次、航班或车牌').fill('G652');
}

/** Everything up to the last tap, for the first person of the own household, who feels well. */
export async function fillDeclaration(page: Page): Promise<void> {
  await tap(page, '登记返回');
  await fillJourney(page);
  await tap(page, '下一步');
  await see(page, '谁回来了');
  await page.locator('.cell').first().click();
  await tap(page, '下一步');
  await tap(page, '没有不舒服');
  await tap(page, '下一步');
  await see(page, '请核对');
}
