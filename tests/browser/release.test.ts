import { browserStory } from '../kit/browserStory';
import { looking, shootWide } from '../kit/looks';
import { see, tap } from '../kit/page';
import { check, observe } from '../kit/underObservation';

const { community, open } = browserStory();
const look = looking();

describe('fourteen days later', () => {
  it('the worker checks with one tap; the office releases, and moves another one after a look at what changes', async () => {
    const [own, other] = [await observe(community, 1), await observe(community, 2)];
    await community.timeIs('2026-12-06T08:30:00+08:00');
    await check(other);

    const worker = await open('网格员');
    await see(worker, '昨天期满，1 人要检查');
    await look(worker, 'work-ending');
    await tap(worker, '去检查');
    await see(worker, '漏报 28 次');
    await look(worker, 'check');
    await tap(worker, '看过漏报，检查好了');
    await see(worker, '已检查，等办公室解除');
    expect((await own.now()).release?.blocking).toEqual([]);

    const office = await open('社区办公室');
    await see(office, '昨天期满，2 人等解除');
    await tap(office, '去办理');
    await see(office, '全选可以解除的');
    await look(office, 'release');
    await shootWide(office, 'release-wide');
    await tap(office, '全选可以解除的');
    await tap(office, '解除 2 人');
    await see(office, '已解除 2 人，已告知家里');
    await see(office, '今天没有期满的人');
    expect((await own.now()).state).toBe('released');
    const resident = await open('居民', 1);
    await see(resident, '已解除');
    await look(resident, 'home-released');
    await resident.goto(`${new URL(office.url()).origin}/?polling=off#/resident/temperature/days/index`);
    await see(resident, '去医院、要证明时用');
    await look(resident, 'days-released');
    const notice = resident.waitForEvent('download');
    await tap(resident, '解除通知书（A4）');
    expect((await notice).suggestedFilename()).toMatch(/^解除通知书-.+\.pdf$/);
    await resident.context().close();

    const third = await observe(community, 3);
    await office.goto(`${new URL(office.url()).origin}/#/worker/observation/index?id=${third.id}`);
    await see(office, '改日期或方案');
    await tap(office, '打印体温记录');
    await see(office, '纸上有全名');
    const file = office.waitForEvent('download');
    await tap(office, '去医院用');
    expect((await file).suggestedFilename()).toMatch(/^体温记录-.+\.pdf$/);
    await see(office, '打印体温记录');
    await look(office, 'observation');
    await tap(office, '改日期或方案');
    await tap(office, '换方案');
    await office.getByLabel('换成哪个方案').selectOption({ label: '集中 7 天加居家 3 天' });
    await office.getByLabel('写清楚（存档，本社区办公室可查）').fill('区里通知');
    await tap(office, '先看会改什么');
    await see(office, '12月5日 → 12月1日');
    await look(office, 'replan');
    await tap(office, '就这样改');
    await see(office, '改好了，已告知家里');
    expect((await third.now()).lastDay).toBe('2026-12-01');
    // The new policy asks for tests: each is written down by its day, from the page of the one it is about.
    await see(office, '还没有结果');
    await tap(office, '记核酸结果');
    await tap(office, '11月22日');
    await office.getByLabel('哪天采样').fill('2026-11-22');
    await tap(office, '阴性');
    await look(office, 'test-required');
    await tap(office, '记下结果');
    await see(office, '已记下：阴性');
    expect((await third.now()).tests).toMatchObject([{ day: 1, takenOn: '2026-11-22', result: 'negative' }]);
    await tap(office, '提前或延后解除');
    await see(office, '上级通知');
    await look(office, 'release-reason');
  });
});
