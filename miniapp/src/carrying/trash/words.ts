import { table, useWords } from '@/words';

const words = table(
  {
    title: '每天的垃圾',
    left: (day: string, n: number, of: number) => `${day}还有 ${n} / ${of} 户没收`,
    asOf: (at: string) => `截至 ${at}`,
    none: (day: string) => `${day}没有要收的`,
    grid: '哪个网格',
    last: '观察户的垃圾都最后收，单独放，不和别的东西一起拿。',
    bags: (n: number) => `${n} 袋`,
    more: '袋数多，或有要分开收的',
    howMany: '几袋',
    apart: '口罩、纸巾等分开收的几袋（没有就不填）',
    save: '收走了',
    skip: '住户说今天没有',
    cancel: '返回',
    taken: (bags: number, apart: number) =>
      [bags > 0 && `${bags} 袋`, apart > 0 && `分开收 ${apart} 袋`].filter(Boolean).join('，'),
    takenLate: '过了时间才收',
    nothing: '今天没有',
    missed: '没收到',
    kept: '已存手机',
    sending: '发送中',
    sent: (at: string) => `已送达 ${at}`,
    refused: '没有通过，请再记一次',
    number: '填 1 到 20 的数',
  },
  {
    title: 'Daily trash',
    left: (day: string, n: number, of: number) =>
      `${day}: ${n} of ${of === 1 ? '1 door' : `${of} doors`} left`,
    asOf: (at: string) => `as of ${at}`,
    none: (day: string) => `Nothing to collect ${day}`,
    grid: 'Which grid',
    last: 'From doors under observation trash goes last, apart from everything else.',
    bags: (n: number) => (n === 1 ? '1 bag' : `${n} bags`),
    more: 'More bags, or some kept apart',
    howMany: 'Bags',
    apart: 'Bags of masks and tissues kept apart (none: leave it empty)',
    save: 'Collected',
    skip: 'They say there is none today',
    cancel: 'Back',
    taken: (bags: number, apart: number) =>
      [bags > 0 && (bags === 1 ? '1 bag' : `${bags} bags`), apart > 0 && `${apart} apart`]
        .filter(Boolean)
        .join(', '),
    takenLate: 'taken after the hours',
    nothing: 'none today',
    missed: 'missed',
    kept: 'kept on the phone',
    sending: 'sending',
    sent: (at: string) => `received ${at}`,
    refused: 'Not accepted; write it down again',
    number: 'A number from 1 to 20',
  },
);
export const useTrashWords = () => useWords(words);
