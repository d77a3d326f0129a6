import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { deliveredByName } from '../kit/drawn';
import { errandDoc } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking, shootWide } from '../kit/looks';
import { homeOf } from '../kit/mandates';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();
const look = looking();
const doorField = '门牌，如 3-2-501';
/** Waits until the cursor stands in a field. */
const cursorIn = (page: Page, label: string) =>
  page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, label);

describe('the registration desk', () => {
  it('takes a pile of orders by the keyboard alone, each once, and keeps what was refused with why', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const doors: string[] = [];
    for (const number of [1, 2, 3, 4])
      doors.push((await homeOf(await community.signIn('resident', number))).door);
    const [first = '', second = '', third = '', fourth = ''] = doors;
    const office = await community.signIn('office');
    const placed = async () =>
      (await office.gets('listRequests', { query: { life: 'errand', limit: 100 } })).items;

    const clerk = await open('社区办公室');
    await clerk.setViewportSize({ width: 1280, height: 900 });
    await tap(clerk, '登记中心（连着录）');
    await see(clerk, '录好的会列在这里');
    await tap(clerk, '下单，录下一户');
    await see(clerk, '请按一个键，或点一个');
    await look(clerk, 'desk-missing', [320, 375, 1280]);
    await clerk.setViewportSize({ width: 1280, height: 900 });
    await tap(clerk, '上门');
    await clerk.getByLabel(doorField).focus();

    // From here on nothing but keys.
    const types = (text: string) => clerk.keyboard.type(text);
    const enter = () => clerk.keyboard.press('Enter');
    const writes = async (door: string, kind: string, things: string) => {
      await cursorIn(clerk, doorField);
      await types(door);
      await enter();
      await cursorIn(clerk, '种类（按一个键）');
      await types(kind);
      await clerk.waitForFunction(() => document.activeElement?.closest('.desk-wanted') !== null);
      await types(things);
      await enter();
    };
    await writes(first, '1', '鸡蛋 2 板，青菜两斤 可换');
    await writes(second, '1', '大米十斤');
    // What is not whole stays in the form, with what is missing right there.
    await writes(third, '1', '牛奶');
    await see(clerk, '第 1 样“牛奶 数量”');
    await types(' 3 箱');
    await see(clerk, '牛奶 3 箱');
    await enter();
    await writes('99-9-901', '7', '3');
    await see(clerk, '请选一个');
    await clerk.getByRole('button', { name: '不是', exact: true }).filter({ visible: true }).click();
    await tap(clerk, '下单，录下一户');
    // The same paper a second time.
    await writes(first, '1', '鸡蛋 2 板');
    await see(clerk, '这一户已有一单同样的没办完');
    await see(clerk, '没有这个门牌');
    await see(clerk, '2 户没下成');
    const errands = await eventually(placed, (items) => items.length === 3);
    const lines = errands.flatMap((one) => (one.life === 'errand' ? [[one.door, one.details?.lines]] : []));
    expect(Object.fromEntries(lines)).toEqual({
      [first]: [
        { item: '鸡蛋', quantity: 2, unit: '板', substitute: false },
        { item: '青菜', quantity: 2, unit: '斤', substitute: true },
      ],
      [second]: [{ item: '大米', quantity: 10, unit: '斤', substitute: false }],
      [third]: [{ item: '牛奶', quantity: 3, unit: '箱', substitute: false }],
    });
    expect((await errandDoc(community, errands[0]?.id ?? '')).channel).toBe('door');
    await look(clerk, 'desk-rows', [320, 375, 1280]);
    await shootWide(clerk, 'desk-wide');

    // Nothing is lost with the page; what was refused is mended, and what is another order after all is ordered.
    await clerk.reload();
    await see(clerk, '2 户没下成');
    expect((await placed()).length).toBe(3);
    await tap(clerk, '不是写重，再下一单');
    await eventually(placed, (items) => items.length === 4);
    await tap(clerk, '改一改');
    await clerk.getByLabel(doorField).fill(fourth);
    await tap(clerk, '下单，录下一户');
    const all = await eventually(placed, (items) => items.length === 5);
    expect(all.filter(({ door }) => door === fourth)).toHaveLength(1);
    await see(clerk, '录了 5 户');
    await tap(clerk, '收起已下单的');
    await see(clerk, '录了 0 户');
  });

  it('offers the doors of a unit while one is typed, asks who came at the desk, and keeps what has no network', async () => {
    const resident = await community.signIn('resident', 5);
    const { door } = await homeOf(resident);
    const worker = await open('网格员', 5);
    await tap(worker, '登记中心（连着录）');
    await tap(worker, '登记中心');
    await worker.getByLabel(doorField).fill(door.slice(0, -1));
    await worker.locator('.cell').filter({ hasText: door, visible: true }).first().click();
    await tap(worker, 'e 别的事');
    await worker.getByRole('textbox', { name: '要帮什么忙' }).fill('请帮忙收一下被子');
    await tap(worker, '下单，录下一户');
    await see(worker, '还没填');
    await worker.getByLabel('谁来说的（姓名或电话）').fill('王阿姨');
    await look(worker, 'desk-phone');
    // The answer is lost on its way: it is kept, and is one.
    await worker.route('**/api/requests', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await tap(worker, '下单，录下一户');
    await see(worker, '存在手机里，有网自己发');
    await worker.unroute('**/api/requests');
    await worker.context().setOffline(true);
    await worker.context().setOffline(false);
    await see(worker, '已下单');
    const mine = await resident.gets('listRequests', { query: { life: 'errand', limit: 100 } });
    expect(mine.items).toMatchObject([{ kind: 'other', channel: 'desk' }]);
    await look(worker, 'desk-phone-rows');
    // In the stairwell not even the door is found: it waits as well, and goes when there is a network.
    await worker.context().setOffline(true);
    await worker.getByLabel(doorField).fill(door);
    await tap(worker, '4 取快递');
    await worker.getByLabel('快递公司').fill('顺丰');
    await worker.getByLabel('取件码').fill('5-1234');
    await tap(worker, '一只手能拿');
    await worker.getByLabel('谁来说的（姓名或电话）').fill('王阿姨');
    await tap(worker, '下单，录下一户');
    await see(worker, '没有网络，有网自己下单');
    await look(worker, 'desk-offline');
    await worker.context().setOffline(false);
    const both = await eventually(
      () => resident.gets('listRequests', { query: { life: 'errand', limit: 100 } }),
      ({ items }) => items.length === 2,
      30_000,
    );
    await see(worker, '录了 2 户');
    expect(both.items.map(({ kind }) => kind).sort()).toEqual(['other', 'parcel']);
  });

  it('is followed by a call where a name alone proves that it came: whoever says no gets somebody else', async () => {
    await community.timeIs('2026-11-23T10:00:00+08:00');
    const office = await community.signIn('office');
    const [came, not] = [await deliveredByName(community, office), await deliveredByName(community, office)];
    const desk = await open('社区办公室');
    await see(desk, '待回访 2 户');
    await see(desk, '抽到回访');
    await look(desk, 'ring-worklist');
    const rings = (page: Page) =>
      page.getByRole('button', { name: '去回访', exact: true }).filter({ visible: true });
    await rings(desk).first().click();
    await see(desk, '王阿姨');
    await look(desk, 'ring', [320, 375, 1280]);
    await tap(desk, '打了电话，没打通');
    await see(desk, '打电话回访，没打通');
    await tap(desk, '打过电话，说收到了');
    await see(desk, '打电话回访，说收到了');
    await tap(desk, '返回');
    await see(desk, '待回访 1 户');
    await rings(desk).first().click();
    await see(desk, '住户说没有收好');
    await tap(desk, '住户说没有收好');
    await tap(desk, '没有送来');
    await look(desk, 'ring-object');
    await tap(desk, '记下，另外找人');
    await see(desk, '没有送来');
    await see(desk, '等人接单');
    const states = [];
    for (const { id } of [came, not]) states.push((await errandDoc(community, id)).state);
    expect(states.sort()).toEqual(['assigned', 'closed']);
  });
});
