import { browserStory } from '../kit/browserStory';
import { see, tap } from '../kit/declaring';
import { faultsOfLooks } from '../kit/looks';

const { community, open } = browserStory();

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
    const faults = await faultsOfLooks(office, 'residents');
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
    faults.push(...(await faultsOfLooks(office, 'resident')));

    const resident = await open('居民', 3);
    await tap(resident, '我家');
    await see(resident, '家里人能看到我的体温');
    faults.push(...(await faultsOfLooks(resident, 'mine')));
    await tap(resident, '不给家里人看');
    await see(resident, '家里人看不到我的体温');
    await tap(resident, '谁看过我的资料');
    await see(resident, '看了电话');
    await see(resident, '核对身份');
    faults.push(...(await faultsOfLooks(resident, 'access-log')));
    expect(faults).toEqual([]);
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
    const faults = await faultsOfLooks(head, 'building');
    await tap(head, '报给网格员');
    await see(head, '已报给网格员，等确认');
    await see(head, '我报过的');
    faults.push(...(await faultsOfLooks(head, 'building-told')));

    const worker = await open('网格员');
    await tap(worker, '楼栋长报来的改动');
    await see(worker, '搬来了');
    faults.push(...(await faultsOfLooks(worker, 'corrections')));
    await tap(worker, '属实');
    await see(worker, '没有等确认的改动');
    const found = await (await community.signIn('worker')).gets('listResidents', {
      query: { name: '测新邻' },
    });
    expect(found.items).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});
