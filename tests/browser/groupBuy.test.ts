import { Types } from 'mongoose';
import { browserStory } from '../kit/browserStory';
import { looking } from '../kit/looks';
import { fillTime, see, tap } from '../kit/page';
import { quietHome } from '../kit/quietHome';

const { community, open } = browserStory();
const look = looking();

/** A door of the worker’s at which nobody has an account. */
async function quietDoor(): Promise<string> {
  const id = await quietHome(community, await community.signIn('worker', 1));
  const { connection } = community.running.context;
  const home = await connection.collection('households').findOne({ _id: new Types.ObjectId(id) });
  return String(home?.door);
}

describe('a group buy', () => {
  it('is opened by the leader, joined by a household, and is an order of its own once it has closed', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const leader = await open('网格长', 1);
    await tap(leader, '买菜跑腿');
    await tap(leader, '团购');
    await see(leader, '现在没有团购');
    await tap(leader, '开一个团购');
    await tap(leader, '开团');
    await see(leader, '还有 5 处没填好');
    await look(leader, 'group-missing');
    await leader.getByLabel('团什么').fill('白菜');
    await leader.getByLabel('一份是多少，如 5 斤').fill('5 斤');
    await leader.getByLabel('一份多少钱（元）').fill('12.5');
    await leader.getByLabel('一户最多几份').fill('3');
    await fillTime(leader, '什么时候截止', '今天', '16:00');
    await tap(leader, '开团');
    await see(leader, '一份 5 斤，¥12.50');
    await look(leader, 'group-open');

    const home = await open('居民', 1);
    await tap(home, '请过的忙');
    await tap(home, '有 1 个团购可以参加');
    await see(home, '白菜');
    await home.getByLabel('要几份').selectOption({ label: '2 份' });
    await tap(home, '参加');
    await see(home, '您家 2 份，¥25');
    await look(home, 'group-joined');
    await see(leader, '已有 1 户，一共 2 份');

    // For a household in which nobody has a phone.
    const worker = await open('网格员', 1);
    const door = await quietDoor();
    await tap(worker, '买菜跑腿');
    await tap(worker, '团购');
    await tap(worker, '替一户参加');
    await tap(worker, '替这一户参加');
    await see(worker, '还有 2 处没填好');
    await see(worker, '请先找到门牌，再选一户');
    await look(worker, 'group-join-missing');
    await worker.getByLabel('门牌').fill(door);
    await tap(worker, '查一查');
    await worker.locator('.cell').filter({ visible: true, hasText: door }).first().click();
    await worker.getByLabel('这一户要几份').selectOption({ label: '1 份' });
    await worker.locator('.cell.on').filter({ visible: true }).nth(1).waitFor();
    await look(worker, 'group-join');
    await tap(worker, '替这一户参加');
    await see(worker, `${door} 参加了，1 份`);
    await look(worker, 'group-join-done');
    await see(leader, '已有 2 户，一共 3 份');
    await tap(leader, '看每户几份');
    await see(leader, '代填');
    await look(leader, 'group-doors');

    await community.timeIs('2026-11-22T16:00:00+08:00');
    const again = await open('居民', 1);
    await again.getByRole('button', { name: /^团购/ }).filter({ visible: true }).click();
    await see(again, '等人接单');
    await see(again, '白菜');
    await look(again, 'group-order');
  });
});
