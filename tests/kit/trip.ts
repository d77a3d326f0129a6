import type { Page } from 'playwright-core';
import { pick, see, tap } from './page';

/** From the list of buildings into the one in which so many errands wait, up to the question by when. */
export async function chooseBuilding(page: Page, errands: number): Promise<void> {
  const building = page.getByRole('button', { name: new RegExp(`送东西、上门办事 ${errands}`) });
  await building.filter({ visible: true }).click();
  await see(page, '打算什么时候走完');
}

/** Says by when, as 今天 12:00, and sets out. */
export async function beginTrip(page: Page, until: string): Promise<void> {
  await pick(page, '打算什么时候走完', until);
  await tap(page, '开始这一趟');
  await see(page, `打算 ${until.slice(-5)} 走完`);
}
