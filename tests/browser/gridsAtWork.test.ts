import { browserStory } from '../kit/browserStory';
import { looking } from '../kit/looks';
import { fillTime, see, tap } from '../kit/page';

const { open } = browserStory();

const look = looking();

describe('the grids at work', () => {
  it('a worker says that he is ill; the office sees who answers, and draws a grid of its own', async () => {
    const worker = await open('网格员', 5);
    await tap(worker, '我请假');
    await see(worker, '现在没有人请假');
    await tap(worker, '提交请假');
    await see(worker, '还有 3 处没填好');
    await look(worker, 'absence-faults');
    await tap(worker, '生病');
    await fillTime(worker, '从什么时候', '今天', '09:00');
    await fillTime(worker, '到什么时候', '明天', '09:00');
    await tap(worker, '提交请假');
    await see(worker, '5号楼 由 杨志 接替');
    await look(worker, 'absence');

    const office = await open('社区办公室');
    await tap(office, '看谁负责');
    await office.getByLabel('门牌，如 3-2-501').fill('5-1-101');
    await tap(office, '查一查');
    await see(office, '5号楼 网格员：不在岗');
    await look(office, 'responsible');
    await tap(office, '另选时间');
    await fillTime(office, '要看的时间', '后天', '12:00');
    await tap(office, '查一查');
    await see(office, '宋斌梓');
    await look(office, 'responsible-moment');
    await tap(office, '返回');

    await see(office, '现在要办');
    await tap(office, '请假');
    await see(office, '5号楼 由 杨志 接替');
    await look(office, 'office-absence');
    await tap(office, '返回');

    await see(office, '现在要办');
    await tap(office, '网格划分');
    await see(office, '5-8号楼网格');
    await look(office, 'grids');
    await office.setViewportSize({ width: 1280, height: 800 });
    await tap(office, '改 5号楼');
    await see(office, '谁来管');
    await tap(office, '去掉');
    await tap(office, '加房屋');
    await office.getByLabel('小区', { exact: true }).selectOption({ label: '城南小区南区' });
    await tap(office, '5号楼');
    await tap(office, '1单元');
    await tap(office, '加进来');
    await see(office, '5号楼1单元');
    await look(office, 'grid');
    await tap(office, '保存');
    await see(office, '先由办公室管');
    await look(office, 'grids-unassigned');

    await tap(office, '新建网格');
    await office.getByLabel('网格名称').fill('5号楼后半');
    await office.getByLabel('上级网格').selectOption({ label: '5-8号楼网格' });
    await tap(office, '加房屋');
    await office.getByLabel('小区', { exact: true }).selectOption({ label: '城南小区南区' });
    await tap(office, '5号楼');
    await tap(office, '加进来');
    await tap(office, '保存');
    await see(office, '已经归“5号楼”');
    await look(office, 'grid-refused');
  });
});
