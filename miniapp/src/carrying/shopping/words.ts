import { table, useWords } from '@/words';
import { unbroken } from '@/words/unbroken';

const words = table(
  {
    title: '采购清单',
    none: '现在没有要买的',
    help: '按店里的路排好，同样的加在一起。点一下就是“拿到了”，再点一下取消。',
    left: (lines: number, doors: number) => `${unbroken(`还差 ${lines} 样`)} · ${unbroken(`${doors} 户`)}`,
    area: (name: string, left: number) =>
      left ? `${name} · ${unbroken(`还差 ${left} 样`)}` : `${name} · 都有了`,
    doors: (n: number) => `${n} 户`,
    whose: (item: string) => `${item}，看是哪几户`,
    got: (left: string, all: string) => `还差 ${left}，一共 ${all}`,
    substitute: '可以换别的',
    noSubstitute: '不要换',
    unavailable: '没有货',
    allUnavailable: '店里没有货',
    available: '有货了，再买',
    ask: '打开',
    notTicked: (doors: string) => `${doors} 的单有变化，这一勾没有记上`,
    sums: '买好了，按户记金额',
    sumsHelp: '一户一笔。记下以后就能送，住户看得到。',
    all: '都有了',
    missing: (n: number) => `还差 ${n} 样`,
    asked: '等住户回答',
    open: '打开这一单',
  },
  {
    title: 'Shopping list',
    none: 'Nothing is to be bought now',
    help: 'In the order of the shop, the same things added up. One tap: got. Another tap takes it back.',
    left: (lines: number, doors: number) =>
      `${unbroken(`${lines} to get`)} · ${unbroken(doors === 1 ? '1 door' : `${doors} doors`)}`,
    area: (name: string, left: number) =>
      left ? `${name} · ${unbroken(`${left} to get`)}` : `${name} · all there`,
    doors: (n: number) => (n === 1 ? '1 door' : `${n} doors`),
    whose: (item: string) => `${item}: for which doors`,
    got: (left: string, all: string) => `${left} to get of ${all}`,
    substitute: 'Something else will do',
    noSubstitute: 'Nothing else will do',
    unavailable: 'Not to be had',
    allUnavailable: 'The shop has none',
    available: 'It is there after all',
    ask: 'Open',
    notTicked: (doors: string) => `The errands of ${doors} have changed: this tick was not taken`,
    sums: 'Bought: the sum of each door',
    sumsHelp: 'One sum a door. Then it can be brought, and the household sees it.',
    all: 'all there',
    missing: (n: number) => `${n} to get`,
    asked: 'Waits for an answer',
    open: 'Open this errand',
  },
);
export const useShoppingWords = () => useWords(words);
