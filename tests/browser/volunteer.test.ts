import { browserStory } from '../kit/browserStory';
import { acting, errandDoc, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { homeOf } from '../kit/mandates';
import { gone, see, takePhoto, tap } from '../kit/page';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const parcel = { kind: 'parcel' as const, details: { carrier: '顺丰', pickupCode: '3-2211', size: 'small' } };

describe('a volunteer', () => {
  it('is let accept what the office opens, carries one to the door, and sees the door no longer', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const resident = await community.signIn('resident', 1);
    const { door } = await homeOf(resident);
    const volunteer = await open('志愿者');
    await see(volunteer, '您手上没有单');
    await see(volunteer, '现在没有等人接的单');
    await look(volunteer, 'volunteer-empty');
    const office = await open('社区办公室');
    await see(office, '志愿者和专责组');
    await tap(office, '志愿者和专责组');
    await see(office, '志愿者可以接的单');
    const cell = office.getByRole('button', { name: '取快递', exact: true }).filter({ visible: true });
    await cell.and(office.locator('[aria-pressed=true]')).waitFor();
    await tap(office, '取快递');
    await cell.and(office.locator('[aria-pressed=false]')).waitFor();
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, parcel) });
    const groceries = await resident.gets('placeRequest', { body: await orderOf(resident) });
    await see(volunteer, '1 号楼 · 买菜 · 2 样');
    expect(await volunteer.getByText('取快递').filter({ visible: true }).count()).toBe(0);
    // Opened while the volunteer looks at the list.
    await tap(office, '取快递');
    await see(volunteer, '1 号楼 · 取快递');
    await look(volunteer, 'volunteer-pool');
    await act(await community.signIn('worker', 1), groceries.id, 'accept');
    await gone(volunteer, '1 号楼 · 买菜 · 2 样');
    await tap(volunteer, '接单');
    await see(volunteer, '我手上的 1 单');
    await see(volunteer, door);
    await look(volunteer, 'volunteer-held');
    await tap(volunteer, '打开');
    await see(volunteer, '3-2211');
    expect(await volunteer.getByText('打电话', { exact: true }).filter({ visible: true }).count()).toBe(0);
    await look(volunteer, 'volunteer-one');
    await tap(volunteer, '出门了');
    await tap(volunteer, '送到了，办好了');
    await tap(volunteer, '拍照');
    await takePhoto(volunteer);
    await see(volunteer, '照片已上传');
    await tap(volunteer, '已经消杀两次');
    await tap(volunteer, '记下，请住户确认');
    await see(volunteer, '等住户确认');
    await gone(volunteer, door);
    await look(volunteer, 'volunteer-delivered');
    expect((await errandDoc(community, id)).history.map(({ action }) => action)).toEqual([
      ...['place', 'accept', 'leave', 'deliver'],
    ]);
    await tap(volunteer, '返回');
    await see(volunteer, '您手上没有单');
  });

  it('of a team, as the office makes it, is offered what the team does', async () => {
    const resident = await community.signIn('resident', 2);
    const { id } = await resident.gets('placeRequest', {
      body: await orderOf(resident, { kind: 'trash', details: { bags: 2, infectious: false } }),
    });
    const volunteer = await open('志愿者');
    await see(volunteer, '现在没有等人接的单');
    const office = await open('社区办公室');
    await tap(office, '志愿者和专责组');
    await see(office, '还没有专责组');
    await look(office, 'teams-none', [320, 375, 1280]);
    await tap(office, '新增专责组');
    await tap(office, '保存');
    await see(office, '还没填');
    await look(office, 'team-faults');
    await office.getByLabel('组名').fill('清运组');
    await tap(office, '收垃圾');
    // What was begun is there again after the page was killed.
    await office.reload();
    await see(office, '还没有专责组');
    await tap(office, '新增专责组');
    await see(office, '组员');
    expect(await office.getByLabel('组名').inputValue()).toBe('清运组');
    await office.getByLabel('在哪些网格').selectOption({ label: '1-4号楼网格' });
    const { items } = await (await community.signIn('office')).gets('listStaff', {
      query: { role: 'volunteer' },
    });
    await office.getByLabel('组员', { exact: true }).selectOption(items[0]?.id ?? '');
    await look(office, 'team-form', [320, 375, 1280]);
    await tap(office, '保存');
    await see(office, '清运组：改动');
    await look(office, 'teams', [320, 375, 1280]);
    await see(volunteer, '2 号楼 · 收垃圾');
    await tap(volunteer, '接单');
    await see(volunteer, '我手上的 1 单');
    await eventually(
      () => errandDoc(community, id),
      ({ state }) => state === 'accepted',
    );
    await tap(office, '清运组：改动');
    await tap(office, '解散 清运组');
    await tap(office, '再点一下就解散');
    await see(office, '还没有专责组');
  });
});
