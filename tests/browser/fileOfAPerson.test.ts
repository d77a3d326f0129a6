import { browserStory } from '../kit/browserStory';
import { declarationOf, personOf } from '../kit/family';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();
const look = looking();

describe('the file of a person', () => {
  it('the office finds somebody and opens the telephone; the person sees who looked, and keeps health to herself', async () => {
    const { household } = await (await community.signIn('resident', 3)).gets('getMe');
    const me = household?.people.find(({ isMe }) => isMe);
    const office = await open('社区办公室');
    await office.setViewportSize({ width: 1280, height: 800 });
    await tap(office, '找居民');
    await office.getByLabel('姓名全名、门牌，或电话、证件后四位').fill(me?.name ?? '');
    await tap(office, '查一查');
    await see(office, household?.door ?? '');
    expect(await office.locator('body').innerText()).not.toContain(me?.name);
    await look(office, 'residents');
    await office.setViewportSize({ width: 1280, height: 800 });
    await office
      .getByRole('button', { name: household?.door ?? '' })
      .filter({ visible: true })
      .first()
      .click();
    await see(office, '最近的体温');
    await see(office, '这一户');
    await office
      .getByRole('button', { name: '看原文', exact: true })
      .filter({ visible: true })
      .nth(1)
      .click();
    await tap(office, '核对身份');
    await see(office, '10 秒后收起，已记录');
    expect(await office.locator('body').innerText()).toMatch(/1\d{10}/);
    await look(office, 'resident');

    const resident = await open('居民', 3);
    await tap(resident, '我家');
    await see(resident, '家里人能看到我的体温');
    await look(resident, 'mine');
    await tap(resident, '不给家里人看');
    await see(resident, '家里人看不到我的体温');
    await tap(resident, '谁看过我的资料');
    await see(resident, '看了电话');
    await see(resident, '核对身份');
    await look(resident, 'access-log');
  });

  it('the building head tells that somebody moved in, and the worker agrees', async () => {
    const { household } = await (await community.signIn('resident', 1)).gets('getMe');
    const head = await open('楼栋长');
    await see(head, '我的楼栋');
    await head.getByLabel('门牌，如 3-2-501').fill(household?.door ?? '');
    await tap(head, '查一查');
    await see(head, household?.people[0]?.name ?? '');
    await tap(head, '有人搬来');
    await head.getByLabel('姓名', { exact: true }).fill('测新邻');
    await head.getByLabel('和户主的关系').selectOption({ label: '父母' });
    await look(head, 'building');
    await tap(head, '报给网格员');
    await see(head, '已报给网格员，等确认');
    await see(head, '我报过的');
    await look(head, 'building-told');

    const worker = await open('网格员');
    await tap(worker, '楼栋长报来的改动');
    await see(worker, '搬来了');
    await look(worker, 'corrections');
    await tap(worker, '属实');
    await see(worker, '没有等确认的改动');
    await tap(worker, '返回');
    await tap(worker, '消息');
    await see(worker, `楼栋长报来 ${household?.door} 的改动，请核对`);
    await look(worker, 'notices');
    await tap(head, '消息');
    await see(head, '的改动，已改好');
    await tap(head, '返回');
    await head
      .getByRole('button', { name: household?.people[1]?.name ?? '' })
      .filter({ visible: true })
      .first()
      .click();
    await tap(head, '改一改');
    await see(head, '和户主的关系');
    expect(await head.getByText('证件', { exact: true }).filter({ visible: true }).count()).toBe(0);
    await tap(head, '搬走了');
    await see(head, '网格员确认以后才算数');
    await look(head, 'head-check');
    await tap(head, '报给网格员');
    await see(head, '已报给网格员，等确认');
    const found = await (await community.signIn('worker')).gets('listResidents', {
      query: { name: '测新邻' },
    });
    expect(found.items).toHaveLength(1);
  });

  it('the worker mends an entry step by step, and says who lives with whom', async () => {
    const { household } = await (await community.signIn('resident', 2)).gets('getMe');
    const worker = await open('网格员', 2);
    await tap(worker, '找居民');
    await worker.getByLabel('姓名全名、门牌，或电话、证件后四位').fill(household?.door ?? '');
    await tap(worker, '查一查');
    await worker
      .getByRole('button', { name: household?.door ?? '' })
      .filter({ visible: true })
      .first()
      .click();
    await see(worker, '这一户');
    await tap(worker, '改一改');
    await see(worker, '住在哪里、和谁住');
    await look(worker, 'change-what');
    await tap(worker, '电话');
    await worker.getByLabel('新的电话').fill('123');
    await tap(worker, '下一步');
    await see(worker, '请填 11 位手机号');
    await look(worker, 'change-phone');
    await worker.getByLabel('新的电话').fill('19912347001');
    await tap(worker, '下一步');
    await see(worker, '→ 19912347001');
    await look(worker, 'change-check');
    await tap(worker, '确认，改过来');
    await see(worker, '已改好');
    await look(worker, 'change-done');
    await tap(worker, '知道了');
    await see(worker, '改过什么');

    await tap(worker, '改一改');
    // Nothing was filled in, or nothing would change.
    const faultOf = {
      证件: '还没填',
      重点人群: '请选一个',
      房屋自住还是出租: '请选一个',
      这一户有人搬来: '还没填',
    };
    for (const [what, words] of [
      ['证件', '证件号码'],
      ['重点人群', '独居老人'],
      ['房屋自住还是出租', '还不知道'],
      ['这一户有人搬来', '电话（可以不填）'],
    ] as const) {
      await tap(worker, what);
      await see(worker, words);
      await look(worker, `change-${what}`);
      await tap(worker, '下一步');
      await see(worker, faultOf[what]);
      await tap(worker, '返回');
      await see(worker, '住在哪里、和谁住');
    }

    const { items } = await (await community.signIn('worker', 2)).gets('listDwellings');
    const elsewhere = items.find(({ door }) => door !== household?.door)?.door ?? '';
    await tap(worker, '搬到别的门牌');
    const door = worker.getByLabel('门牌，如 3-2-501').filter({ visible: true });
    for (const [typed, seen] of [
      ['9-9-999', '没有找到'],
      [elsewhere.replace('-', '号楼').replace('-', '单元'), elsewhere],
    ] as const) {
      await door.fill(typed);
      await tap(worker, '查一查');
      await see(worker, seen);
    }
    await worker.locator('.cell').filter({ visible: true, hasText: elsewhere }).first().click();
    await look(worker, 'change-moved');
    await tap(worker, '下一步');
    await see(worker, `${household?.door} → ${elsewhere}`);
    await look(worker, 'change-moved-check');
    await tap(worker, '返回');
    await tap(worker, '返回');
    await see(worker, '住在哪里、和谁住');

    await tap(worker, '有人要另成一户');
    await worker.locator('.cell').filter({ visible: true }).nth(2).click();
    await look(worker, 'change-split');
    await tap(worker, '下一步');
    await see(worker, '两户各看各的体温和登记');
    await tap(worker, '确认，改过来');
    await tap(worker, '知道了');
    await see(worker, '同一个门里还有 1 户');
    await tap(worker, '改一改');
    await tap(worker, '和同一个门里的另一户并成一户');
    await worker.locator('.cell').filter({ visible: true }).first().click();
    await look(worker, 'change-merge');
    await tap(worker, '下一步');
    await see(worker, '并进这一户');
    await look(worker, 'change-merge-check');
    await tap(worker, '确认，改过来');
    await see(worker, '已改好');
    const again = await (await community.signIn('worker', 2)).gets('getHousehold', {
      params: { id: household?.id ?? '' },
    });
    expect(again).toMatchObject({ others: [] });
    expect(again.people).toHaveLength(household?.people.length ?? 0);
  });

  it('the office settles whom nobody knows: it is somebody of the roster', async () => {
    const { household } = await (await community.signIn('resident', 4)).gets('getMe');
    const [, spouse] = household?.people ?? [];
    const elsewhere = (await (await community.signIn('resident', 5)).gets('getMe')).household;
    const stranger = await community.stranger('o-nobody-knows');
    await stranger.gets('declareReturn', {
      body: declarationOf({
        dwellingId: elsewhere?.dwellingId ?? '',
        people: [personOf(spouse?.name ?? '', 0, 90_001)],
      }),
    });
    const office = await open('社区办公室');
    await tap(office, '找居民');
    await tap(office, '来登记过、花名册里没有的人');
    await see(office, '来登记过，还没确认');
    await look(office, 'provisional');
    await office
      .getByRole('button', { name: elsewhere?.door ?? '' })
      .filter({ visible: true })
      .first()
      .click();
    await see(office, '请看看是哪一种');
    await look(office, 'provisional-file');
    await tap(office, '登记错了，删去');
    await see(office, '这份资料就跟着删掉');
    await look(office, 'settle-remove');
    await tap(office, '返回');
    await tap(office, '花名册里已有这个人');
    await see(office, '同名或同电话的');
    await office
      .locator('.cell')
      .filter({ visible: true, hasText: household?.door ?? '' })
      .first()
      .click();
    await look(office, 'settle-same');
    await tap(office, '下一步');
    await see(office, '登记和体温转过去');
    await look(office, 'settle-check');
    await tap(office, '确认，改过来');
    await tap(office, '知道了');
    await see(office, '没有等确认的人');
    const file = await (await community.signIn('office')).gets('getResident', {
      params: { id: spouse?.residentId ?? '' },
    });
    expect(file.returns).toMatchObject([{ state: 'declared' }]);
  });
});
