/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { faultsOfLooks } from '../kit/looks';
import { see, tap } from '../kit/page';
import { observe, type UnderObservation } from '../kit/underObservation';

const { community, open } = browserStory();
beforeEach(() => community.timeIs('2026-11-22T10:00:00+08:00'));

async function reports(page: Page, digits: string): Promise<void> {
  await tap(page, '报体温');
  await see(page, '还差：体温');
  for (const key of digits) await tap(page, key);
  await tap(page, '额温枪');
  await tap(page, '都没有');
  await tap(page, '提交');
}

/** What was measured in one window of a day, and how the slot stands. */
async function slotOf(one: UnderObservation, day: string, window: string) {
  const slot = (await one.slots()).find((slot) => slot.day === day && slot.window === window);
  const readings = slot?.readings.map(({ celsius, takenAt }) => [celsius, takenAt.slice(0, 10)]);
  return { ...slot, readings };
}
/** The next tap is the first of two: the second one is on whatever stands at the foot as soon as these words do. */
const tapsOnceMore = (page: Page, words: string) =>
  page.evaluate((words) => {
    const again = (_: unknown, own: MutationObserver) => {
      const shown = [...document.querySelectorAll('.taro_page')].at(-1);
      if (!shown?.textContent?.includes(words)) return;
      own.disconnect();
      shown.querySelector<HTMLElement>('.foot button')?.click();
    };
    new MutationObserver(again).observe(document.body, { subtree: true, childList: true });
  }, words);
const noReadings = (page: Page) => page.route('**/api/slots/*/readings', (route) => route.abort());

describe('a reading that waits on the phone', () => {
  it('is mended a day later: it waits on until then, is not the next day’s, and settles its own slot once', async () => {
    const one = await observe(community, 31);
    const page = await open('居民', 31);
    await noReadings(page);
    await reports(page, '365');
    await see(page, '体温已存在这部手机里');
    await tap(page, '回首页');
    await see(page, '待发送 36.5 ℃');
    await tap(page, '看一看');
    await tap(page, '改一改再发');
    await see(page, '提交');
    expect(await faultsOfLooks(page, 'mending')).toEqual([]);
    // Left as it was: it still waits.
    await tap(page, '返回');
    await see(page, '待发送 36.5 ℃');

    await community.timeIs('2026-11-23T08:00:00+08:00');
    await page.reload();
    await tap(page, '报体温');
    await see(page, '还差：体温');
    await tap(page, '返回');

    await tap(page, '看一看');
    await tap(page, '改一改再发');
    await tap(page, '退一格');
    await tap(page, '8');
    // When it was measured goes with it.
    await tap(page, '还差：确认一下');
    await tap(page, '是那时候量的');
    expect(await faultsOfLooks(page, 'mending-later')).toEqual([]);
    await tapsOnceMore(page, '体温已存在这部手机里');
    await page.getByRole('button', { name: '提交', exact: true }).dblclick();
    await see(page, '体温已存在这部手机里');
    // No second tap has led away from it.
    await see(page, '回首页');
    await see(page, '待发送 1');
    await tap(page, '看一看');
    const send = page.getByRole('button', { name: '现在就发' }).filter({ visible: true });
    await send.waitFor();
    await page.unroute('**/api/slots/*/readings');
    // It may leave by itself in this very moment.
    await send.click({ timeout: 5000 }).catch(() => undefined);
    await see(page, '都发出去了');
    expect(await slotOf(one, '2026-11-22', 'morning')).toMatchObject({
      ...{ state: 'late', arrivedAfterClose: true, readings: [[36.8, '2026-11-22']] },
    });
    expect(await slotOf(one, '2026-11-23', 'morning')).toMatchObject({ state: 'open', readings: [] });
    await page.context().close();
  });

  it('that was refused stays with everything that was typed until it was mended and has arrived', async () => {
    const one = await observe(community, 32);
    const page = await open('居民', 32);
    await noReadings(page);
    await reports(page, '365');
    await see(page, '体温已存在这部手机里');
    const refuse = () =>
      page.route('**/api/slots/*/readings', async (route) => {
        const body = JSON.parse(route.request().postData() ?? '{}');
        await route.continue({ postData: JSON.stringify({ ...body, symptoms: ['unheard'] }) });
      });
    await refuse();
    await tap(page, '看一看');
    await tap(page, '现在就发');
    await see(page, '没有通过');
    await tap(page, '改一改再发');
    // Refused once more, and left: nothing is lost.
    await tap(page, '提交');
    await see(page, '还有 1 处没填好');
    await tap(page, '返回');
    await page.goto(`${community.running.url}/?polling=off#/entry/outbox/index`);
    await see(page, '没有通过');
    await page.unrouteAll();
    await tap(page, '改一改再发');
    await tap(page, '退一格');
    await tap(page, '6');
    await tap(page, '提交');
    await see(page, '会看到');
    expect((await slotOf(one, '2026-11-22', 'morning')).readings).toEqual([[36.6, '2026-11-22']]);
    await page.goto(`${community.running.url}/?polling=off#/entry/outbox/index`);
    await see(page, '都发出去了');
    await page.context().close();
  });

  it('over which the server stumbles does not hold up a fever; what has arrived is shown without being told', async () => {
    const one = await observe(community, 33);
    const page = await open('居民', 33);
    // No live channel, no polling and no ticking: only what this phone knows, and what the replies say.
    await page.routeWebSocket('**/api/live', (socket) => socket.close());
    await page.addInitScript(() => Object.assign(window, { setInterval: () => 0 }));
    await page.reload();
    await noReadings(page);
    await reports(page, '365');
    await see(page, '体温已存在这部手机里');
    await community.timeIs('2026-11-22T18:00:00+08:00');
    await page.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await page.reload();
    await reports(page, '384');
    await see(page, '体温已存在这部手机里');
    await see(page, '待发送 2');
    await tap(page, '回首页');
    await see(page, '待发送 38.4 ℃');

    const morning = (await slotOf(one, '2026-11-22', 'morning')).id;
    await page.unrouteAll();
    await page.route(`**/api/slots/${morning}/readings`, (route) =>
      route.fulfill({ status: 500, json: { code: 'internal', status: 500, params: {}, errors: [] } }),
    );
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await see(page, '待发送 1');
    await see(page, '看进展，打电话');
    expect((await slotOf(one, '2026-11-22', 'evening')).readings).toEqual([[38.4, '2026-11-22']]);
    expect((await slotOf(one, '2026-11-22', 'morning')).readings).toEqual([]);

    await page.unrouteAll();
    await tap(page, '看一看');
    await tap(page, '现在就发');
    await see(page, '都发出去了');
    expect((await slotOf(one, '2026-11-22', 'morning')).readings).toEqual([[36.5, '2026-11-22']]);
    await page.context().close();
  });
});
