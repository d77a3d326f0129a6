/// <reference lib="dom" />
import type { SlotView } from '@shared/schedules/contract';
import type { Page, Request } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import type { Caller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();
const look = looking();
const day = '2026-11-22';

/** The household of this number under observation since this morning; so many of it. */
async function observed(number: number, count: number): Promise<{ resident: Caller; names: string[] }> {
  const resident = await community.signIn('resident', number);
  const office = await community.signIn('office');
  const family = await familyOf(resident);
  const { household } = await resident.gets('getMe');
  const people = (household?.people ?? []).slice(0, count).map(({ name }, i) => ({
    ...family.people[Math.min(i, family.people.length - 1)],
    name,
    document: { kind: 'none' as const, reason: '新登记' },
    relation: i === 0 ? ('self' as const) : ('child' as const),
    symptoms: [],
  }));
  const { returns } = await resident.gets('declareReturn', { body: { ...family, people } });
  await office.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  return { resident, names: people.map(({ name }) => name) };
}

async function slotsOf(resident: Caller, window: string): Promise<SlotView[]> {
  const { household } = await resident.gets('getMe');
  const query = { householdId: household?.id ?? '', date: day, limit: 50 };
  return (await resident.gets('listSlots', { query })).items.filter((slot) => slot.window === window);
}

/** As a person does it; answers how many taps it took. */
async function measures(page: Page, digits: string): Promise<number> {
  for (const key of digits) await tap(page, key);
  await tap(page, '额温枪');
  await tap(page, '都没有');
  return digits.length + 2;
}

const celsiusOf = (slots: SlotView[]) => slots.flatMap(({ readings }) => readings.map((one) => one.celsius));

describe('temperatures on a resident’s phone', () => {
  it('one who is well reports in four taps and three digits; a mistake is corrected; the days are a curve', async () => {
    const { resident } = await observed(1, 1);
    const page = await open('居民', 1);
    await see(page, '今早的体温');
    await look(page, 'temperature-home');
    await tap(page, '报体温');
    await see(page, '还差：体温');
    await look(page, 'temperature-report');
    // 1 报体温, 2 额温枪, 3 都没有, 4 提交; and the temperature itself.
    expect(await measures(page, '365')).toBe(5);
    await see(page, '36.5');
    await page.getByRole('button', { name: '提交', exact: true }).dblclick();
    await see(page, '会看到');
    await look(page, 'temperature-done');
    expect(celsiusOf(await slotsOf(resident, 'morning'))).toEqual([36.5]);

    await tap(page, '更正');
    await see(page, '为什么更正');
    await tap(page, '填错了');
    // By the keyboard: what is likely is asked about.
    await tap(page, '用键盘填');
    await page.getByLabel('体温（如 36.5）').fill('366');
    await see(page, '您是说 36.6 ℃ 吗');
    await look(page, 'temperature-typed');
    await tap(page, '是 36.6');
    await tap(page, '额温枪');
    await tap(page, '都没有');
    await tap(page, '提交');
    await see(page, '36.6 ℃');
    const [slot] = await slotsOf(resident, 'morning');
    expect(slot?.readings).toMatchObject([
      { celsius: 36.5, filledBy: 'self' },
      { celsius: 36.6, reason: 'mistyped', correctionOf: slot?.readings[0]?.id },
    ]);

    await tap(page, '知道了');
    await tap(page, '我的天数');
    await see(page, '看表格');
    expect(await isDrawn(page)).toBe(true);
    await look(page, 'temperature-days');
    await tap(page, '看表格');
    await see(page, '已更正');
    await look(page, 'temperature-table');
    await page.context().close();
  });

  it('without a network a family is kept, outlives the page, and is sent once; each answers for itself', async () => {
    const { resident, names } = await observed(3, 3);
    const page = await open('居民', 3);
    await see(page, '报家里人的体温');
    await look(page, 'temperature-family');
    await tap(page, '报家里人的体温');
    await see(page, '报体温 1/3');
    await measures(page, '364');
    await tap(page, '下一位');
    await see(page, `正在替 ${names[1]} 填`);
    await look(page, 'temperature-family-second');
    // Nothing of the first is on the second.
    expect(await page.locator('.cell.on').filter({ visible: true }).count()).toBe(0);
    // A rare value is asked about beside its field.
    for (const key of '391') await tap(page, key);
    await tap(page, '额温枪');
    await tap(page, '都没有');
    await tap(page, '还差：确认一下');
    await see(page, '这个体温少见，请再量一次确认');
    await look(page, 'temperature-rare');
    for (const _ of '391') await tap(page, '退一格');
    for (const key of '367') await tap(page, key);
    await tap(page, '下一位');
    await see(page, '报体温 3/3');
    const phone = page.context();
    await page.close();

    // What was typed is still there after the page was killed.
    const again = await phone.newPage();
    await again.goto(`${community.running.url}/?polling=off#/resident/temperature/report/index`);
    await see(again, '报体温 3/3');
    await phone.setOffline(true);
    await measures(again, '368');
    await tap(again, '提交');
    await see(again, '体温已存在这部手机里');
    await see(again, '待发送 1');
    await look(again, 'temperature-kept');
    await tap(again, '回首页');
    await see(again, '待发送 36.7 ℃');
    const kept = await again.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('celsius');
    await again.close();
    await phone.setOffline(false);
    // The page is cut off while it sends: the server has it, the phone does not know yet, and sends the same once more.
    const sent: string[] = [];
    phone.on('request', (asked) => {
      if (isFamilyReport(asked)) sent.push(asked.headers()['idempotency-key'] ?? '');
    });
    const cut = await phone.newPage();
    const isThere = new Promise<void>((done) => {
      void cut.route('**/api/households/*/readings', async (route) => {
        await route.fetch();
        done();
      });
    });
    await cut.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await isThere;
    await cut.close();
    const last = await phone.newPage();
    await last.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await see(last, '36.8 ℃');
    const slots = await slotsOf(resident, 'morning');
    expect(celsiusOf(slots).sort()).toEqual([36.4, 36.7, 36.8]);
    expect(slots.map(({ state }) => state)).toEqual(['late', 'late', 'late']);
    expect([sent.length, new Set(sent).size]).toEqual([2, 1]);
    await phone.close();
  });

  it('of a household those who are refused stay on the form, the others are done', async () => {
    const { resident, names } = await observed(4, 2);
    const page = await open('居民', 4);
    await tap(page, '报家里人的体温');
    await see(page, '报体温 1/2');
    await measures(page, '364');
    await tap(page, '下一位');
    await see(page, names[1] ?? '');
    await measures(page, '365');
    // The server knows better for the second than this phone.
    await page.route('**/api/households/*/readings', async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}');
      body.readings[1].symptoms = ['unheard'];
      await route.continue({ postData: JSON.stringify(body) });
    });
    await tap(page, '提交');
    await see(page, '别的都报好了，这 1 位还要改一下');
    await see(page, `正在替 ${names[1]} 填`);
    await look(page, 'temperature-partly');
    expect(celsiusOf(await slotsOf(resident, 'morning'))).toEqual([36.4]);
    await page.unroute('**/api/households/*/readings');
    // Answered once more: a second tap at once would be a trembling hand’s.
    await tap(page, '都没有');
    await tap(page, '提交');
    await see(page, '会看到');
    expect(celsiusOf(await slotsOf(resident, 'morning')).sort()).toEqual([36.4, 36.5]);
    await page.context().close();
  });

  it('a fever says whom to call, who has seen it, and when to measure again; what was missed is filled in with its time', async () => {
    await observed(5, 1);
    const { resident: other } = await observed(6, 1);
    const page = await open('居民', 5);
    await tap(page, '报体温');
    for (const key of '378') await tap(page, key);
    await see(page, '会马上告诉网格员和卫生站');
    await tap(page, '额温枪');
    await page.getByRole('button', { name: '有', exact: true }).filter({ visible: true }).click();
    await tap(page, '嗓子痛');
    await tap(page, '没有');
    await tap(page, '提交');
    await see(page, '请留在家里，先别出门');
    await see(page, '等网格员和卫生站看到');
    await look(page, 'fever-raised');

    const health = await community.signIn('health');
    const { items } = await health.gets('listRequests', { query: { kind: 'fever', open: 'true' } });
    const request = items[0];
    const act = (action: 'acknowledge' | 'handle' | 'close', seenVersion: number, input: object = {}) =>
      health.gets('actOnRequest', {
        params: { id: request?.id ?? '', action },
        body: { seenVersion, input: input as Record<string, unknown> },
      });
    const seen = await act('acknowledge', request?.version ?? 0);
    await see(page, '网格员和卫生站已看到');
    await community.timeIs('2026-11-22T10:16:00+08:00');
    await page.reload();
    await see(page, '到时候了，请现在量');
    await look(page, 'fever-again');
    await page.locator('.card.waiting').getByRole('button', { name: '再量一次' }).click();
    await see(page, '还差');
    await measures(page, '369');
    await tap(page, '提交');
    await see(page, '已经量过了');
    await page.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await see(page, '看进展，打电话');
    await look(page, 'fever-home');
    await tap(page, '看进展，打电话');
    const handled = await act('handle', seen.version, { step: 'call', result: 'reached' });
    await see(page, '打通了电话');
    await act('close', handled.version, { outcome: 'recovered' });
    await see(page, '已经好了');
    await look(page, 'fever-closed');
    await tap(page, '又不舒服了，重新打开');
    await page.getByLabel('哪里不舒服').fill('又烧起来了');
    await tap(page, '提交');
    await see(page, '等网格员和卫生站看到');

    // In the afternoon the morning of somebody else of the household can only be said with its time.
    await community.timeIs('2026-11-22T13:00:00+08:00');
    const late = await open('居民', 6);
    await see(late, '没报');
    await tap(late, '补报');
    await see(late, '那时候量过，请填上量的时间');
    await measures(late, '366');
    await late.getByRole('group', { name: '什么时候量的' }).getByRole('button', { name: '今天' }).click();
    await late.locator('input[type=time]').filter({ visible: true }).fill('11:30');
    await look(late, 'temperature-closed');
    await tap(late, '提交');
    await see(late, '会看到');
    expect(await slotsOf(other, 'morning')).toMatchObject([{ state: 'late', arrivedAfterClose: true }]);
    await late.context().close();
    await page.context().close();
  });

  it('anybody may keep a check-in; it is never overdue', async () => {
    const page = await open('居民', 7);
    await see(page, '从外地回来了');
    await tap(page, '我家');
    await tap(page, '健康打卡');
    await see(page, '今天开始记');
    await tap(page, '记体温');
    await measures(page, '363');
    await tap(page, '提交');
    await see(page, '连续 1 天');
    expect(await isDrawn(page)).toBe(true);
    await look(page, 'check-in');
    await page.context().close();
  });
});

describe('a household of four on a bad network', () => {
  it('reports all four with the large pad in one request; how long it takes is printed', async () => {
    await community.timeIs('2026-11-22T18:00:00+08:00');
    const { resident } = await observed(ofFour, 4);
    const page = await open('居民', ofFour);
    await see(page, '今晚的体温');
    const sent: Request[] = [];
    page.on('request', (asked) => void (isFamilyReport(asked) && sent.push(asked)));
    await slowDown(page);
    const began = Date.now();
    await page.reload();
    await tap(page, '报家里人的体温');
    let taps = 1;
    for (const [i, digits] of ['364', '365', '366', '367'].entries()) {
      await see(page, `报体温 ${i + 1}/4`);
      taps += await measures(page, digits);
      await tap(page, i < 3 ? '下一位' : '提交');
      taps += 1;
    }
    await see(page, '已收到');
    await see(page, '会看到');
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      `A household of four, 400 ms and 50 kB/s: ${seconds} s from opening to done, ${taps} taps\n`,
    );
    expect([taps, sent.length]).toEqual([25, 1]);
    expect(celsiusOf(await slotsOf(resident, 'evening'))).toEqual([36.4, 36.5, 36.6, 36.7]);
    await page.context().close();
  });
});

const ofFour = 7;
const isFamilyReport = (asked: Request): boolean =>
  asked.method() === 'POST' && /\/api\/households\/\w+\/readings$/.test(asked.url());

/** As in a basement: 400 ms until anything comes, then 50 kB a second. */
async function slowDown(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Network.enable');
  const bytesASecond = 50 * 1024;
  await protocol.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400 },
    ...{ downloadThroughput: bytesASecond, uploadThroughput: bytesASecond },
  });
}

/** Whether there is anything on the canvas. */
const isDrawn = (page: Page): Promise<boolean> =>
  page
    .locator('canvas')
    .filter({ visible: true })
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      return [...data].some((value) => value > 0);
    });
