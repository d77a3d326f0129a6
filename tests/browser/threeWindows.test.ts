import type { Page } from 'playwright-core';
import { signIn } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { fillJourney } from '../kit/declaring';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, phone } = browserStory();

const look = looking();
/** How each of the family feels; one of them has a temperature. */
async function fillHealth(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await tap(page, '没有不舒服');
    if (i === 0) {
      for (const key of ['3', '6', '5']) await tap(page, key);
      await tap(page, '额温枪');
      await tap(page, '没有');
      await look(page, 'declare-health');
    }
    await tap(page, '下一步');
  }
}

describe('three windows', () => {
  it('a family declares, the worker sees it without asking, confirms, and the days are there', async () => {
    const [resident, worker, office] = await Promise.all([phone(), phone(), phone()]);
    await look(resident, 'privacy');
    await signIn(worker, '网格员');
    await see(worker, '现在没有等您办的');
    await look(worker, 'worker-list-empty');
    await signIn(resident, '居民');
    await see(resident, '从外地回来了');
    await look(resident, 'home');
    await tap(resident, '登记返回');

    // Nothing is lost, and every fault stands beside its field.
    await tap(resident, '下一步');
    await see(resident, '还有 4 处没填好');
    await look(resident, 'declare-faults');
    await fillJourney(resident);
    await resident.reload();
    expect(await resident.getByLabel('车次、航班或车牌').inputValue()).toBe('G652');
    await look(resident, 'declare-journey');
    await tap(resident, '下一步');

    const { household } = await (await community.signIn('resident')).gets('getMe');
    const names = household?.people.slice(0, 3).map(({ name }) => name) ?? [];
    for (const name of names) await tap(resident, name);
    await look(resident, 'declare-who');
    await tap(resident, '下一步');
    await fillHealth(resident, names.length);
    await see(resident, '请核对');
    await look(resident, 'declare-check');
    await tap(resident, '提交');
    await see(resident, '已收到，等核实');
    await look(resident, 'declared');

    await see(worker, '一家 3 口');
    await look(worker, 'worker-list');
    await tap(worker, '核实');
    await see(worker, '从哪天算起');
    expect(await worker.locator('body').innerText()).not.toContain(names[0]);
    await look(worker, 'worker-verify');
    await worker.getByRole('button', { name: /^离开时（有票据）/ }).click();
    await tap(worker, '确认，开始观察');
    await see(worker, '待随访 3 人');

    await see(resident, '已核实，开始居家观察');
    await tap(resident, '知道了');
    await see(resident, '居家观察第 1 天，还有 13 天');
    await look(resident, 'home-observed');
    await tap(resident, '我的天数');
    // “半夜 12 点结束” can be read at home already.
    await see(resident, '开始，');
    await look(resident, 'my-days');

    await signIn(office, '社区办公室');
    await tap(office, '看谁负责');
    await office.getByLabel('门牌，如 3-2-501').fill(household?.door ?? '');
    await tap(office, '查一查');
    await see(office, '在“1号楼”');
    await look(office, 'office-responsible');
    await tap(office, '返回');
    await see(office, '现在要办');
    await look(office, 'office');
    await tap(office, '花名册');
    await see(office, '选择花名册文件');
    await look(office, 'office-roster');
  });
});
