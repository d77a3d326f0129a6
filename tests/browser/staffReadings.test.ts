import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { type Observed, observedFamily } from '../kit/observed';
import { fillTime, gone, see, tap } from '../kit/page';
import { readingAt } from '../kit/readings';

const { community, open } = browserStory();
const day = '2026-11-22';
const at = (clock: string) => `${day}T${clock}:00+08:00`;
const look = looking();
const figures = (page: Page) => page.locator('input[inputmode=decimal]').filter({ visible: true });

describe('staff who fill in temperatures', () => {
  let family: Observed;
  beforeAll(async () => {
    family = await observedFamily(community, 1);
  });
  /** What is kept of one of the family in the morning, in the order in which it came. */
  const morningOf = async (person: number) => {
    const { readings, state } = await family.slotOf(person, day, 'morning');
    return { state, readings };
  };

  it('of a window that is over say when it was measured, correct what they mistyped, and see who reported meanwhile', async () => {
    await community.timeIs(at('12:05'));
    const worker = await open('网格员', 1);
    await tap(worker, '看名单');
    await tap(worker, '逐户填体温');
    await see(worker, '已填 0 / 3 人');
    await see(worker, '已经截止');
    await tap(worker, '上门量的');
    await tap(worker, '额温枪');
    await figures(worker).first().fill('36.5');
    await figures(worker).first().press('Enter');
    await see(worker, '先填好什么时候量的');
    await look(worker, 'doors-closed');
    await fillTime(worker, '什么时候量的', '今天', '12:04');
    await see(worker, '这一次仍算没报');
    await fillTime(worker, '什么时候量的', '今天', '13:00');
    await see(worker, '还没到这个时间');
    await fillTime(worker, '什么时候量的', '今天', '09:10');
    await figures(worker).first().press('Enter');
    await see(worker, '已送达 12:0');
    const slots = await Promise.all([0, 1, 2].map((person) => family.slotOf(person, day, 'morning')));
    const first = slots.findIndex(({ readings }) => readings.length > 0);
    expect(await morningOf(first)).toMatchObject({
      state: 'done',
      readings: [{ celsius: 36.5, takenAt: new Date(at('09:10')).toISOString(), filledBy: 'workerDoor' }],
    });

    // For whoever comes next it was later; what was mistyped keeps its time.
    await fillTime(worker, '什么时候量的', '今天', '10:00');
    await tap(worker, '改正重填');
    await see(worker, '量的时间不变');
    await figures(worker).first().press('Enter');
    await see(worker, '还没填');
    await figures(worker).first().fill('36.8');
    await look(worker, 'doors-correct');
    await figures(worker).first().press('Enter');
    await see(worker, '改正重填');
    expect((await morningOf(first)).readings).toMatchObject([
      { id: slots[first]?.readings[0]?.id, celsius: 36.5 },
      {
        celsius: 36.8,
        takenAt: new Date(at('09:10')).toISOString(),
        correctionOf: slots[first]?.readings[0]?.id,
        reason: 'mistyped',
      },
    ]);

    // One of the others reports at home; nobody is asked again.
    const { resident } = family;
    const [left] = slots.filter((_, i) => i !== first);
    await resident.gets('reportReading', {
      params: { id: left?.id ?? '' },
      body: readingAt(at('11:00'), 36.4, { enteredAt: new Date(at('12:05')).toISOString() }),
    });
    await see(worker, '已经报了');
    await see(worker, '已填 2 / 3 人');
    expect(await figures(worker).count()).toBe(1);

    // What waits on the phone is known again after the page was left.
    await worker.context().setOffline(true);
    await figures(worker).first().fill('36.6');
    await figures(worker).first().press('Enter');
    await see(worker, '已填 3 / 3 人');
    await tap(worker, '返回');
    await tap(worker, '逐户填体温');
    await see(worker, '已存手机');
    expect(await figures(worker).count()).toBe(0);
    await worker.context().setOffline(false);
    await gone(worker, '已存手机');
    const all = await Promise.all([0, 1, 2].map(morningOf));
    expect(all.map(({ state }) => state).sort()).toEqual(['done', 'late', 'late']);
  });

  it('a second reading that was told by telephone is written down on the case; a correction is too', async () => {
    const { resident } = family;
    await community.timeIs(at('16:30'));
    const slot = await family.slotOf(0, day, 'evening');
    await resident.gets('reportReading', { params: { id: slot.id }, body: readingAt(at('16:30'), 38.1) });
    const nurse = await open('卫生服务站');
    await tap(nurse, '我来处理');
    await tap(nurse, '看经过、记处理');
    await see(nurse, '记一次体温');
    await community.timeIs(at('16:50'));
    await nurse.reload();
    await tap(nurse, '填第二次体温');
    await look(nurse, 'case-reading');
    await tap(nurse, '电话问的');
    await tap(nurse, '水银体温计');
    await figures(nurse).fill('379');
    await tap(nurse, '记下');
    await see(nurse, '是 37.9 ℃ 吗？');
    await tap(nurse, '是的');
    await see(nurse, '已量');
    await look(nurse, 'case-read');
    await tap(nurse, '改正重填');
    await figures(nurse).fill('37.8');
    await tap(nurse, '记下');
    await see(nurse, '37.8 ℃');
    await tap(nurse, '好了');
    const { items } = await resident.gets('listSlots', {
      query: { residentId: slot.residentId, kind: 'secondReading' },
    });
    expect(items).toMatchObject([
      {
        state: 'done',
        readings: [
          { celsius: 37.9, filledBy: 'workerPhone', correctionOf: null },
          { celsius: 37.8, reason: 'mistyped' },
        ],
      },
    ]);
  });

  it('whoever was found unwell is measured from the follow-up, for what is owed now; anybody from the page of their observation', async () => {
    const worker = await open('网格员', 1);
    await tap(worker, '每日随访');
    await see(worker, '还有 3 / 3 人没随访');
    // The first is the one with the fever.
    await worker
      .getByRole('button', { name: '记随访', exact: true })
      .filter({ visible: true })
      .nth(1)
      .click();
    await tap(worker, '上门');
    await tap(worker, '不舒服');
    await tap(worker, '记下');
    await tap(worker, '填体温');
    await see(worker, '哪里不舒服');
    await look(worker, 'visit-reading');
    await tap(worker, '上门量的');
    await tap(worker, '耳温枪');
    await figures(worker).fill('37.0');
    await tap(worker, '嗓子痛');
    await tap(worker, '记下');
    // “已送达” stands there of the follow-up already.
    const evening = () => Promise.all([1, 2].map((person) => family.slotOf(person, day, 'evening')));
    const filledIn = async () => (await evening()).flatMap(({ readings }) => readings);
    const filled = await eventually(filledIn, ({ length }) => length > 0);
    await tap(worker, '好了');
    expect(filled).toMatchObject([{ celsius: 37, symptoms: ['soreThroat'], filledBy: 'workerDoor' }]);

    const nurse = await open('卫生服务站');
    await tap(nurse, '在观察的人');
    await nurse.getByText('第 1 天，共 14 天').filter({ visible: true }).first().click();
    await tap(nurse, '记一次体温');
    await tap(nurse, '卫生站量的');
    await tap(nurse, '耳温枪');
    await figures(nurse).fill('36.4');
    await look(nurse, 'observation-reading');
    await tap(nurse, '记下');
    await see(nurse, '已送达');
    await tap(nurse, '好了');
    await see(nurse, '36.4 ℃');
  });
});
