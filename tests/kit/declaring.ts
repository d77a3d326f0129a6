import type { Page } from 'playwright-core';
import { fillTime, see, tap } from './page';

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
