import type { Details } from './fields';
import { type ErrandKindName, errandKindNames, errandKindOf } from './kinds';
import { mergeLines, type ToBuyFor, ticked } from './shopping';

const errand = (door: string, details: Details, more: Partial<ToBuyFor> = {}): ToBuyFor => ({
  ...{ requestId: door, kind: 'groceries', door, details, marks: [], ...more },
});
const row = (item: string, quantity: number, unit: string) => ({ item, quantity, unit, substitute: false });

describe('the merged list', () => {
  it('adds up what is the same, however it was typed, and keeps the doors beneath', () => {
    const list = mergeLines([
      errand('1-1-101', { lines: [row('鸡蛋', 1, '板'), row('青菜', 2, '斤')] }),
      errand(
        '1-1-201',
        { lines: [row('鸡 蛋', 2, '板'), row('鸡蛋', 10, '个')] },
        {
          marks: [{ line: 0, as: 'got' }],
        },
      ),
    ]);
    expect(list.map(({ area, item, unit, quantity, left }) => [area, item, unit, quantity, left])).toEqual([
      ['vegetables', '青菜', '斤', 2, 2],
      ['eggsMilk', '鸡蛋', '板', 3, 1],
      ['eggsMilk', '鸡蛋', '个', 10, 10],
    ]);
    expect(list[1]?.doors.map(({ door, line, quantity, as }) => [door, line, quantity, as])).toEqual([
      ['1-1-101', 0, 1, null],
      ['1-1-201', 0, 2, 'got'],
    ]);
  });

  it('after a tick is another line where it was ticked, and the same everywhere else', () => {
    const list = mergeLines([
      errand('1-1-101', { lines: [row('鸡蛋', 1, '板'), row('青菜', 2, '斤')] }),
      errand('1-1-201', { lines: [row('鸡蛋', 2, '板')] }),
    ]);
    const got = ticked(list, [{ requestId: '1-1-201', lines: [0], as: 'got' }]);
    expect(got[0]).toBe(list[0]);
    expect([got[1]?.left, got[1]?.doors.map(({ as }) => as)]).toEqual([1, [null, 'got']]);
    const undone = ticked(got, [
      { requestId: '1-1-101', lines: [0], as: 'unavailable' },
      { requestId: '1-1-201', lines: [0], as: 'toGet' },
    ]);
    expect([undone[1]?.left, undone[1]?.doors.map(({ as }) => as)]).toEqual([2, ['unavailable', null]]);
  });

  it('leads from the vegetables through the shop to the pharmacy and the water', () => {
    const medicine = {
      lines: [{ item: '降压药', dosage: '5mg 一天一片', quantity: 2 }],
      daysLeft: 3,
      cold: false,
    };
    const list = mergeLines([
      errand('1', { barrels: 2, empties: 1 }, { kind: 'water' }),
      errand('2', medicine, { kind: 'medicine' }),
      errand('3', { how: 'card' }, { kind: 'gas' }),
      errand('4', {
        lines: ['酱油', '番茄酱', '番茄', '牛奶', '牛肉', '大米', '苹果', '卫生纸', '花'].map((item) =>
          row(item, 1, '份'),
        ),
      }),
    ]);
    expect(list.map(({ area, item, quantity }) => [area, item, quantity])).toEqual([
      ['vegetables', '番茄', 1],
      ['fruit', '苹果', 1],
      ['meatFish', '牛肉', 1],
      ['eggsMilk', '牛奶', 1],
      ['staples', '大米', 1],
      ['seasoning', '酱油', 1],
      ['seasoning', '番茄酱', 1],
      ['daily', '卫生纸', 1],
      ['other', '花', 1],
      ['pharmacy', '降压药', 2],
      ['waterStation', null, 2],
      ['gasStation', 'card', 1],
    ]);
  });

  it('has something of every kind that is bought, by fields that the kind has', () => {
    const wrong = errandKindNames.filter((name: ErrandKindName) => {
      const { isBought, shopping, fields } = errandKindOf(name);
      const rows = shopping?.rows ? fields[shopping.rows] : undefined;
      const own = rows?.type === 'rows' ? rows.of : fields;
      const named = [shopping?.item, shopping?.more, shopping?.quantity, shopping?.unit];
      return isBought !== Boolean(shopping) || named.some((field) => field !== undefined && !own[field]);
    });
    expect(wrong).toEqual([]);
  });
});
