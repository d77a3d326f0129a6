import type { LeavingView } from '@shared/returns/leaving';
import type { ReturnView } from '@shared/returns/view';
import { signIn } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';
import { isCodeOf, print } from '../kit/print';

const { community, phone } = browserStory();
const look = looking();

/** Somebody declares in 城南社区 at an address that is in no list. */
async function declaredNowhere(): Promise<ReturnView> {
  const office = await community.signIn('office');
  const stranger = await community.stranger('o-browser-handed');
  const { returns } = await stranger.gets('declareReturn', {
    body: declarationOf({
      communityId: office.session.account.memberships[0]?.communityId ?? '',
      address: { estate: '城南小区南区', building: '88', unit: '1', floor: '1', room: '101' },
      people: [personOf('魏转走', 0, 61_000)],
    }),
  });
  return returns[0] as ReturnView;
}

/** Somebody of the third household is under observation and wants to leave for a place that is not in the system. */
async function observedLeaver(): Promise<LeavingView> {
  const [resident, worker] = [await community.signIn('resident', 3), await community.signIn('worker', 3)];
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  const { id = '', residentId = '' } = returns[0] ?? {};
  await worker.gets('verifyReturn', {
    params: { id },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  return resident.gets('reportLeaving', {
    params: { id: residentId },
    body: { leavesAt: '2026-11-24T09:00:00+08:00', to: '外省女儿家' },
  });
}

describe('two offices', () => {
  it('one places or hands over, the other takes; a notice is printed', async () => {
    await declaredNowhere();
    const [south, east] = [await phone(), await phone()];
    await signIn(south, '社区办公室');
    await see(south, '新地址待落位');
    await tap(south, '核实');
    await see(south, '住在别的社区，转过去');
    await look(south, 'verify-unplaced');
    await tap(south, '给这个地址落位');
    await see(south, '登记时说的地址');
    await tap(south, '不在，新建一个门牌');
    await look(south, 'office-place');
    await tap(south, '返回');
    await see(south, '住在别的社区，转过去');
    await tap(south, '住在别的社区，转过去');
    await see(south, '4 小时没有答复');
    await tap(south, '那个社区不在列表里：打印转交单');
    await see(south, '为什么要打印');
    await tap(south, '打开转交单');
    await see(south, '请选一个');
    await look(south, 'paper-why');
    await tap(south, '人去了别的社区');
    await south.getByLabel('转给哪个社区').fill('北山镇河东');
    await tap(south, '打开转交单');
    await see(south, '来返人员转交单');
    await look(south, 'paper');
    const paper = await print(south, 'paper');
    expect(paper.sheets).toEqual(['210×297']);
    expect(paper.words).toMatch(/^来返人员转交单\n+北山镇河东 社区：/);
    expect(paper.words).toContain('魏转走');
    expect(paper.words).not.toMatch(/返回|打印|社区办公室|大字/);
    expect(south.url()).not.toMatch(/魏|610999|%/);
    await tap(south, '返回');
    await see(south, '4 小时没有答复');
    await south.getByLabel('转到哪个社区').selectOption({ label: '东苑社区' });
    await look(south, 'verify-offer');
    await tap(south, '转过去');
    await see(south, '现在要办');

    await signIn(east, '社区办公室', 2);
    await see(east, '社区办公室');
    // It is in the list of the office that has to answer.
    await see(east, '外社区转来 1 批');
    await look(east, 'office-list-offered');
    await tap(east, '去答复');
    await see(east, '城南社区 转来');
    await look(east, 'office-handovers');
    await tap(east, '接收');
    await see(east, '接收以后才看得到');
    await look(east, 'office-take');
    await tap(east, '确认接收');
    await see(east, '已接收，正在等核实');

    await tap(east, '返回');
    await tap(east, '打印登记二维码');
    await see(east, '从外地回来，请扫码登记');
    // On paper the code is at least 30 mm wide.
    const code = await east.getByRole('img', { name: /^登记二维码/ }).boundingBox();
    expect(code?.width).toBeGreaterThan((30 / 25.4) * 96);
    await look(east, 'office-poster');
    const words = /^从外地回来，请扫码登记\n[\s\S]*没有手机、不会扫码，请打电话：\n+[\d-]+\s*$/;
    for (const [size, sheet] of [
      ['A5 门贴', '148×210'],
      ['A4 大门、公告栏', '210×297'],
    ] as const) {
      await tap(east, size);
      const poster = await print(east, `poster-${size.slice(0, 2)}`);
      expect(poster.sheets).toEqual([sheet]);
      expect(poster.words).toMatch(words);
    }
    const { communityId = '' } = (await community.signIn('office', 2)).session.account.memberships[0] ?? {};
    const link = `${community.running.url}/#/resident/declare/index?communityId=${communityId}`;
    expect(await isCodeOf(east, 'img.code', link)).toBe(true);
    await east.getByLabel('贴在哪栋楼').selectOption({ index: 1 });
    const building = await east.getByLabel('贴在哪栋楼').inputValue();
    expect(await isCodeOf(east, 'img.code', `${link}&building=${encodeURIComponent(building)}`)).toBe(true);
  });

  it('a worker hears of a tip, serves at the desk and agrees to a leaving; a resident tells, leaves, corrects', async () => {
    const leaver = await observedLeaver();
    const neighbour = await community.signIn('resident', 3);
    const { household } = await neighbour.gets('getMe');
    await neighbour.gets('tipReturn', {
      body: {
        dwellingId: household?.dwellingId ?? '',
        relation: 'neighbour',
        note: '昨晚 10 点多，隔壁有人拖着箱子回来',
      },
    });
    const mover = await community.signIn('resident', 4);
    const { returns } = await mover.gets('declareReturn', { body: await familyOf(mover) });
    const worker = await phone();
    await signIn(worker, '网格员', 3);
    await see(worker, '有人告知，请打电话问');
    await tap(worker, '核实');
    await see(worker, '邻居说');
    await look(worker, 'verify-tip');
    await tap(worker, '打电话问清楚，填上');
    await see(worker, '补全登记');
    await look(worker, 'worker-fill-in');
    await tap(worker, '返回');
    await tap(worker, '返回');
    await tap(worker, '替人登记（分诊台）');
    await see(worker, '谁来登记');
    await look(worker, 'worker-desk');
    await tap(worker, '返回');
    await see(worker, '观察中，要离开');
    await look(worker, 'worker-list-leaving');
    await tap(worker, '去答复');
    await see(worker, leaver.to);
    await tap(worker, '同意离开');
    await see(worker, '打印转交单');
    await look(worker, 'worker-leavings');

    const resident = await phone();
    await signIn(resident, '居民', 4);
    await tap(resident, '看登记');
    await tap(resident, '改登记');
    await tap(resident, returns[0]?.person.name ?? '');
    await tap(resident, '身体情况有变');
    await see(resident, '为什么改');
    await look(resident, 'correct-health');
    await tap(resident, '返回');
    await tap(resident, '知道了');
    await tap(resident, '我家');
    await tap(resident, '我要离开');
    await see(resident, '谁要离开社区');
    await look(resident, 'resident-leave');
    await tap(resident, '返回');
    await tap(resident, '有人回来了，告诉社区');
    await see(resident, '不会说是谁告诉的');
    await look(resident, 'resident-tip');
  });
});
