import type { ReturnView } from '@shared/returns/contract';
import type { Page } from 'playwright-core';
import { signIn } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { see, tap } from '../kit/declaring';
import { declarationOf, personOf } from '../kit/family';
import { faultsOfLooks } from '../kit/looks';

const { community, phone } = browserStory();
const faults: string[] = [];
const look = async (page: Page, name: string) => {
  faults.push(...(await faultsOfLooks(page, name)));
};

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
    await south.getByLabel('转到哪个社区').selectOption({ label: '东苑社区' });
    await look(south, 'verify-offer');
    await tap(south, '转过去');
    await see(south, '等核实的返回登记');

    await signIn(east, '社区办公室', 2);
    await see(east, '社区办公室');
    await tap(east, '别的社区转来的');
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
    await look(east, 'office-poster');
    expect(faults).toEqual([]);
  });
});
