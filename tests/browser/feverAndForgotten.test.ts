import type { SlotView } from '@shared/schedules/contract';
import { Types } from 'mongoose';
import { keepOnPage } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { familyOf, leftArea } from '../kit/family';
import { looking } from '../kit/looks';
import { gone, see, tap } from '../kit/page';
import { readingAt } from '../kit/readings';

const { community, open } = browserStory();
const look = looking();

/** A family under observation since this morning, of which nobody has reported an hour after it was due. */
async function forgotten() {
  const [resident, worker] = [await community.signIn('resident', 1), await community.signIn('worker', 1)];
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  const { household } = await resident.gets('getMe');
  const { items } = await resident.gets('listSlots', {
    query: { householdId: household?.id ?? '', date: '2026-11-22', limit: 50 },
  });
  // One of them uses no telephone.
  await community.running.context.connection
    .collection('residents')
    .updateOne({ _id: new Types.ObjectId(returns[1]?.residentId) }, { $set: { canUsePhone: false } });
  await community.timeIs('2026-11-22T10:35:00+08:00');
  return { resident, slots: items.filter(({ window }) => window === 'morning') };
}

/** Of these the one that nobody has reported. */
async function leftOf(slots: SlotView[]): Promise<SlotView | undefined> {
  const worker = await community.signIn('worker', 1);
  const { items } = await worker.gets('listUnreported');
  return slots.find(({ id }) => items.some(({ slotId }) => slotId === id));
}

describe('fevers and what was forgotten', () => {
  it('a worker calls and fills in what is missing, also without a network; a fever reaches worker and nurse at once', async () => {
    const { resident, slots } = await forgotten();
    const worker = await open('网格员', 1);
    await see(worker, '今天早上体温 3 人没报');
    await look(worker, 'work-list');
    await tap(worker, '看名单');
    await see(worker, '截至');
    await see(worker, '还有 3 人');
    await see(worker, '该打电话了');
    await keepOnPage(worker);
    await worker
      .getByRole('button', { name: /^打电话给/ })
      .filter({ visible: true })
      .first()
      .click();
    await see(worker, '电话打通了吗？');
    await look(worker, 'unreported-called');
    await tap(worker, '未接');
    await see(worker, '打过电话：未接');
    await tap(worker, '免报');
    await tap(worker, '没有体温计');
    await see(worker, '确认以后不能改回来');
    await look(worker, 'unreported-excuse');
    await tap(worker, '返回');
    await see(worker, '还有 3 人');
    await tap(worker, '通知过谁');
    await see(worker, '过 1 小时，该打电话');
    await look(worker, 'unreported');
    await tap(worker, '不会用手机的，谁上门');
    await see(worker, '已报 0 / 1 人');
    await see(worker, '我上门');
    await look(worker, 'without-phone');
    await tap(worker, '返回');
    await tap(worker, '逐户填体温');
    await see(worker, '已填 0 / 3 人');
    const figures = worker.locator('input[inputmode=decimal]').filter({ visible: true });
    await figures.first().fill('365');
    await figures.first().press('Enter');
    await see(worker, '先选怎么问到的');
    await tap(worker, '电话问的');
    await tap(worker, '额温枪');
    await figures.first().press('Enter');
    await see(worker, '是 36.5 ℃ 吗？');
    await look(worker, 'doors-asks');
    await figures.first().press('Enter');
    await see(worker, '已送达 10:3');
    await worker.context().setOffline(true);
    // Enter went on to the next person.
    await worker.keyboard.type('36.6');
    await worker.keyboard.press('Enter');
    await see(worker, '已存手机');
    await see(worker, '待发送 1');
    await look(worker, 'doors-kept');
    await worker.context().setOffline(false);
    await gone(worker, '已存手机');
    await see(worker, '已填 2 / 3 人');
    await tap(worker, '返回');
    await see(worker, '还有 1 人');
    await tap(worker, '返回');
    await see(worker, '今天早上体温 1 人没报');

    const nurse = await open('卫生服务站');
    await see(nurse, '现在没有等您办的');
    await look(nurse, 'nurse-quiet');
    const left = await leftOf(slots);
    await resident.gets('reportReading', {
      params: { id: left?.id ?? '' },
      body: readingAt('2026-11-22T10:35:00+08:00', 38.1, { symptoms: ['soreThroat'] }),
    });
    for (const page of [nurse, worker]) await see(page, '高热 38.1 ℃');
    await look(nurse, 'nurse-fever');
    await look(worker, 'work-fever');
    await tap(nurse, '我来处理');
    await see(worker, '有人接了');
    await tap(nurse, '看经过、记处理');
    await see(nurse, '办理经过');
    await look(nurse, 'case', [320, 375, 1280]);
    // A further fever without a slot joins the case: its point is on the curve at once.
    await resident.gets('reportExtraReading', {
      params: { id: left?.residentId ?? '' },
      body: { ...readingAt('2026-11-22T10:35:30+08:00', 38.4), occasion: 'extra' as const },
    });
    await nurse.locator('.li').filter({ hasText: '38.4 ℃', visible: true }).first().waitFor();
    await tap(nurse, '居家观察、核酸、回家');
    await see(nurse, '第 1 天');
    await tap(nurse, '返回');
    await tap(nurse, '记下处理了什么');
    await tap(nurse, '上门看');
    await tap(nurse, '看过了');
    await nurse.getByLabel('补一句（只有工作人员看得到）').fill('精神还好');
    await look(nurse, 'case-step');
    // What was begun is still there after the page was killed.
    await nurse.reload();
    await see(nurse, '上门看');
    await tap(nurse, '记下');
    await see(nurse, '处理中');
    await tap(nurse, '办结');
    await tap(nurse, '别的病，已安排');
    await tap(nurse, '确认办结');
    await see(nurse, '已办结：别的病，已安排');
    await see(nurse, '精神还好');
    await gone(worker, '高热 38.1 ℃');
    await tap(nurse, '返回');
    await tap(nurse, '在观察的人');
    await see(nurse, '第 1 天，共 14 天');
    await nurse.getByText('第 1 天，共 14 天').filter({ visible: true }).first().click();
    await tap(nurse, '记核酸结果');
    await nurse.getByLabel('哪天采样').fill('2026-11-22');
    await tap(nurse, '阳性');
    await look(nurse, 'test-form');
    await tap(nurse, '阴性');
    await tap(nurse, '记下结果');
    await see(nurse, '已记下：阴性');
    await look(nurse, 'person-observed');

    await tap(worker, '每日随访');
    await see(worker, '还有 3 / 3 人没随访');
    await tap(worker, '记随访');
    await tap(worker, '电话');
    await tap(worker, '好');
    await look(worker, 'visit-log');
    await tap(worker, '记下');
    await see(worker, '还有 2 / 3 人没随访');
    await look(worker, 'visits');

    const office = await open('社区办公室');
    await see(office, '等处理的事');
    await look(office, 'office-figures', [320, 375, 1280]);
    // Its number is none, and so is its list: the fever was closed.
    await office
      .getByRole('button', { name: /^等处理的事/ })
      .filter({ visible: true })
      .click();
    await see(office, '等处理的事');
    await see(office, '没有要处理的事');
    await tap(office, '返回');
    await tap(office, '没报体温的');
    await see(office, '哪个网格');
    await look(office, 'office-unreported', [320, 375, 1280]);
    await tap(office, '返回');
    await tap(office, '报体温、随访的时间');
    await see(office, '通用时间');
    await office.getByLabel('几点前算按时').first().selectOption('05:00');
    await tap(office, '就用这个时间');
    await see(office, '开始、应报、截止，要一个比一个晚');
    await look(office, 'windows-wrong');
    await office.getByLabel('几点前算按时').first().selectOption('09:00');
    await tap(office, '就用这个时间');
    await see(office, '改好了');
    await look(office, 'windows');
  });
});
