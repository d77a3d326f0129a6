import { errandKinds } from '@shared/requests/kinds';
import { detailTexts, type Saying } from './detailTexts';
import { fenOf, yuanText } from './yuan';

const say: Saying = {
  word: ({ zh }) => zh,
  money: yuanText,
  moment: (at) => at.slice(0, 10),
  yesNo: (yes) => (yes ? '是' : '不是'),
  says: (label, value) => `${label}：${value}`,
};

describe('what was asked for', () => {
  it('is said in the order of the kind’s fields, a quantity with its unit beside the name', () => {
    const lines = [
      { item: '鸡蛋', quantity: 1, unit: '板', substitute: true },
      { item: '青菜', quantity: 2, unit: '斤', substitute: false },
    ];
    expect(detailTexts(errandKinds.groceries.fields, { budgetFen: 6000, lines }, say)).toEqual([
      {
        label: '要买什么',
        value: '',
        rows: [
          { name: '鸡蛋 1 板', more: ['没有时可以换：是'] },
          { name: '青菜 2 斤', more: ['没有时可以换：不是'] },
        ],
      },
      { label: '预算', value: '¥60', rows: [] },
    ]);
  });

  it('names a number without a unit by its field, and a choice by its words', () => {
    const details = { lines: [{ item: '降压药', dosage: '5mg', quantity: 2 }], daysLeft: 3, cold: false };
    expect(detailTexts(errandKinds.medicine.fields, details, say)).toEqual([
      { label: '要配什么药', value: '', rows: [{ name: '降压药', more: ['规格和用量：5mg', '几盒：2'] }] },
      { label: '家里还够几天', value: '3', rows: [] },
      { label: '要冷藏', value: '不是', rows: [] },
    ]);
    expect(detailTexts(errandKinds.gas.fields, { how: 'card' }, say)).toEqual([
      { label: '哪一种', value: '燃气卡充值', rows: [] },
    ]);
  });
});

describe('money', () => {
  it('is typed in yuan and kept in fen', () => {
    expect(['60', '46.2', '0.05', '9。5'].map(fenOf)).toEqual([6000, 4620, 5, 950]);
    expect(['', '-1', '1.234', '¥5', 'a', '12345678'].map(fenOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is said in yuan, without fen where there are none', () => {
    expect([6000, 4620, 5, 0].map(yuanText)).toEqual(['¥60', '¥46.20', '¥0.05', '¥0']);
  });
});
