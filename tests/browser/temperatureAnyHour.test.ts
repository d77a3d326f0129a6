import type { SlotView } from '@shared/schedules/contract';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { looking } from '../kit/looks';
import { fillTime, see, tap } from '../kit/page';
import { readingAt } from '../kit/readings';
import { observe, type UnderObservation } from '../kit/underObservation';

const { community, open, phone } = browserStory();
const look = looking();

const slotOf = async ({ slots }: UnderObservation, day: string, window: string): Promise<SlotView> => {
  const found = (await slots()).find((slot) => slot.day === day && slot.window === window);
  if (!found) throw new Error(`nothing is owed on ${day} in the ${window}`);
  return found;
};

const reports = async (observed: UnderObservation, window: string, at: string) =>
  observed.resident.gets('reportReading', {
    params: { id: (await slotOf(observed, '2026-11-22', window)).id },
    body: readingAt(at, 36.4, { filledBy: 'self' }),
  });

async function measures(page: Page, digits: string): Promise<void> {
  await see(page, '还差');
  for (const key of digits) await tap(page, key);
  await tap(page, '额温枪');
  await tap(page, '都没有');
}

const curveOf = async ({ resident, residentId }: UnderObservation) =>
  (await resident.gets('getCurve', { params: { id: residentId } })).points;

/** Loaded anew: it hears what time it is by now. */
async function home(page: Page): Promise<void> {
  await page.goto(`${community.running.url}/?polling=off#/resident/home/index`);
  await page.reload();
}
const count = (page: Page, words: string) => page.getByText(words).filter({ visible: true }).count();

describe('temperatures at any hour', () => {
  it('with both of a day reported, a fever at half past ten at night reaches a nurse; the last is corrected from there', async () => {
    const observed = await observe(community, 1);
    await reports(observed, 'morning', '2026-11-22T10:00:00+08:00');
    await community.timeIs('2026-11-22T18:00:00+08:00');
    await reports(observed, 'evening', '2026-11-22T18:00:00+08:00');
    await community.timeIs('2026-11-22T22:30:00+08:00');
    const page = await open('居民', 1);
    await see(page, '今晚的体温');
    await look(page, 'any-hour-home');
    await tap(page, '再报一次体温');
    await measures(page, '369');
    await tap(page, '提交');
    await see(page, '22:30 已收到');
    await see(page, '36.9 ℃');
    await look(page, 'any-hour-done');
    await tap(page, '知道了');
    await tap(page, '我的天数');
    await see(page, '开始，');
    await look(page, 'any-hour-days');
    await tap(page, '再报一次体温');
    await measures(page, '385');
    await tap(page, '提交');
    await see(page, '请留在家里，先别出门');
    const points = await curveOf(observed);
    expect(points.slice(2).map(({ celsius, occasion }) => [celsius, occasion])).toEqual([
      [36.9, 'extra'],
      [38.5, 'extra'],
    ]);
    const health = await community.signIn('health');
    const [raised] = (await health.gets('listRequests', { query: { open: 'true' } })).items;
    expect(raised?.residentId).toBe(observed.residentId);

    // Who has seen it is told, whoever takes it then.
    const params = { id: raised?.id ?? '' };
    const seen = await health.gets('actOnRequest', {
      params: { ...params, action: 'acknowledge' },
      body: { seenVersion: raised?.version ?? 0 },
    });
    const nurse = seen.steps.find(({ action }) => action === 'acknowledge')?.by?.name;
    await (await community.signIn('office')).gets('actOnRequest', {
      params: { ...params, action: 'take' },
      body: { seenVersion: seen.version },
    });
    await page.reload();
    await see(page, `${nurse} 22:30 已看到`);
    await look(page, 'any-hour-fever');
    await tap(page, '更正 22:30 的 38.5 ℃');
    await see(page, '为什么更正');
    await tap(page, '填错了');
    await measures(page, '365');
    await tap(page, '提交');
    await see(page, '更正 22:30 的 36.5 ℃');
    expect((await curveOf(observed)).at(-1)).toMatchObject({ celsius: 36.5, reason: 'mistyped' });
    await home(page);
    await see(page, `${nurse} 22:30 已收到`);

    // What is settled is opened from its line, and corrected there.
    await page.getByRole('button', { name: '我 36.4 ℃' }).filter({ visible: true }).click();
    await see(page, '18:00 已收到');
    await see(page, '更正');
    await page.context().close();
  });

  it('what has arrived is not asked for again, on a bad network too; while it is on its way nothing changes', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const observed = await observe(community, 2);
    const page = await open('居民', 2);
    await tap(page, '报体温');
    await measures(page, '365');
    await page.route('**/api/slots?*', (route) => route.abort());
    let go = (): void => undefined;
    const isLet = new Promise<void>((done) => {
      go = done;
    });
    const isSent = new Promise<void>((done) => {
      void page.route('**/api/slots/*/readings', async (route) => {
        done();
        await isLet;
        await route.continue();
      });
    });
    await tap(page, '提交');
    await isSent;
    await see(page, '提交中');
    await page.getByRole('button', { name: '耳温枪' }).dispatchEvent('click');
    go();
    await see(page, '10:00 已收到');
    await see(page, '36.5 ℃');
    expect((await curveOf(observed)).map(({ method }) => method)).toEqual(['forehead']);
    await tap(page, '知道了');
    await see(page, '36.5 ℃');
    await page.reload();
    await see(page, '36.5 ℃');
    expect(await page.getByRole('button', { name: '报体温', exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it('what was missed is still filled in after midnight, and of the days before under my days', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const observed = await observe(community, 3);
    await community.timeIs('2026-11-23T00:10:00+08:00');
    const page = await open('居民', 3);
    await see(page, '昨晚的体温');
    await see(page, '下一次：今天 06:00');
    expect(await count(page, '第一次报体温')).toBe(0);
    await look(page, 'after-midnight');
    await tap(page, '补报');
    await measures(page, '366');
    await fillTime(page, '什么时候量的', '昨天', '21:30');
    await tap(page, '提交');
    await see(page, '00:10 已收到');
    expect(await slotOf(observed, '2026-11-22', 'evening')).toMatchObject({
      ...{ state: 'late', arrivedAfterClose: true },
    });

    await community.timeIs('2026-11-24T13:00:00+08:00');
    await home(page);
    await tap(page, '我的天数');
    await see(page, '没报的还能补');
    await look(page, 'days-missed');
    await page.getByRole('button', { name: '前天早上' }).filter({ visible: true }).click();
    await see(page, '那时候量过，请填上量的时间');
    await measures(page, '367');
    await fillTime(page, '什么时候量的', '前天', '09:00');
    await tap(page, '是那时候量的');
    await tap(page, '提交');
    await see(page, '13:00 已收到');
    await see(page, '36.7 ℃');
    expect(await slotOf(observed, '2026-11-22', 'morning')).toMatchObject({
      ...{ state: 'done', arrivedAfterClose: true },
    });
    // 72 hours after it closed nothing settles it any more.
    await community.timeIs('2026-11-26T12:01:00+08:00');
    await home(page);
    await tap(page, '我的天数');
    await see(page, '11月23日晚上');
    expect(await count(page, '11月23日早上')).toBe(0);
    await page.context().close();
  });

  it('the time of measuring is said as it is, and wrong times in words of their own; the keyboard begins empty', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    await observe(community, 4);
    const page = await phone();
    await page.clock.install();
    await page.reload();
    await tap(page, '同意');
    await tap(page, '居民');
    await page.getByLabel('第几位').fill('4');
    await tap(page, '进入');
    await tap(page, '报体温');
    await measures(page, '365');
    await see(page, '量的时间：刚才');
    // Of a while ago its time is said; to change it then is no fault by itself.
    await page.clock.fastForward('06:00');
    await see(page, '量的时间：今天');
    await tap(page, '改时间');
    await see(page, '什么时候量的');
    await see(page, '提交');
    const time = page.locator('input[type=time]').filter({ visible: true });
    await time.fill('23:59');
    await tap(page, '还差：量的时间');
    await see(page, '这个时间还没到，请核对');
    await page.reload();
    await time.fill('09:10');
    await see(page, '提交');

    await tap(page, '用键盘填');
    await see(page, '还差：体温');
    await tap(page, '用大按键填');
    for (const key of '364') await tap(page, key);
    await page.context().close();
  });

  it('whoever is in a hospital is said to be there, with the record it asks for', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const observed = await observe(community, 6);
    await observed.resident.gets('reportReading', {
      params: { id: (await slotOf(observed, '2026-11-22', 'morning')).id },
      body: readingAt('2026-11-22T10:00:00+08:00', 39.1, { filledBy: 'self', confirmed: ['range'] }),
    });
    await closes(observed, 'hospital');
    const page = await open('居民', 6);
    await see(page, '在医院或集中隔离点');
    expect(await count(page, '从外地回来了')).toBe(0);
    await look(page, 'away-home');
    await tap(page, '我的天数');
    await see(page, '在医院或集中隔离点，这段时间不用报体温');
    expect(await count(page, '再报一次体温')).toBe(0);
    await look(page, 'away-days');
    await isFetched(page);
    await page.context().close();
  });

  it('a fever of somebody whom nobody observes has a record too', async () => {
    const page = await open('居民', 7);
    await tap(page, '我家');
    await tap(page, '健康打卡');
    await tap(page, '记体温');
    await measures(page, '385');
    await tap(page, '提交');
    await see(page, '请留在家里，先别出门');
    await isFetched(page);
    await look(page, 'fever-unobserved');
    await page.context().close();
  });
});

/** The fever of somebody, seen, handled and closed by the health station. */
async function closes({ residentId }: UnderObservation, outcome: string): Promise<void> {
  const health = await community.signIn('health');
  const { items } = await health.gets('listRequests', { query: { residentId, open: 'true' } });
  let [request] = items;
  for (const [action, input] of [
    ['acknowledge', {}],
    ['handle', { step: 'refer', result: 'emergency120' }],
    ['close', { outcome }],
  ] as const)
    request = await health.gets('actOnRequest', {
      params: { id: request?.id ?? '', action },
      body: { seenVersion: request?.version ?? 0, input },
    });
}

async function isFetched(page: Page): Promise<void> {
  const file = page.waitForEvent('download');
  await tap(page, '体温记录（A4）');
  expect((await file).suggestedFilename()).toMatch(/^体温记录-.+\.pdf$/);
}
