import { groceries } from '@shared/requests/kinds/errands/groceries';
import { medicine } from '@shared/requests/kinds/errands/medicine';
import { readThings } from './readThings';

const bought = (written: string) =>
  readThings(written, groceries.fields.lines.of, groceries.shopping).map(
    ({ item, quantity, unit, substitute }) => [item, quantity, unit, substitute].join(' '),
  );

describe('a line as it is written on paper', () => {
  it('is read into things, quantities and units, however they stand', () => {
    expect(bought('鸡蛋 2 板，青菜3斤、大米十斤；牛奶两箱 可换')).toEqual([
      ...['鸡蛋 2 板 no', '青菜 3 斤 no', '大米 10 斤 no', '牛奶 2 箱 yes'],
    ]);
    expect(bought('５斤大米，两块豆腐（能换），八角一包')).toEqual([
      ...['大米 5 斤 no', '豆腐 2 块 yes', '八角 1 包 no'],
    ]);
    expect(bought('三文鱼 1 份，一次性手套十二双，7号电池 2 节')).toEqual([
      ...['三文鱼 1 份 no', '一次性手套 12 双 no', '7号电池 2 节 no'],
    ]);
  });

  it('leaves out what it does not say, and does not make a half of one', () => {
    expect(bought('三文鱼，鸡蛋 2')).toEqual(['三文鱼   no', '鸡蛋 2  no']);
    expect(bought('猪肉 1.5 斤')).toEqual(['猪肉 1.5 斤 no']);
    expect(bought(' ，。 ')).toEqual([]);
  });

  it('of medicine has the strength beside the name', () => {
    expect(readThings('阿莫西林 0.25g 2盒', medicine.fields.lines.of, medicine.shopping)).toEqual([
      { item: '阿莫西林', dosage: '0.25g', quantity: '2' },
    ]);
  });
});
