import type { SameDayState } from '@shared/requests/sameDay';
import { table, useWords } from '@/words';

type States = Record<SameDayState, string>;
const zhStates: States = {
  delivered: '当天送到',
  explained: '有说明',
  afterwards: '过后送到',
  open: '还没送到',
  late: '赶不上',
};
const enStates: States = {
  delivered: 'Same day',
  explained: 'Explained',
  afterwards: 'Later',
  open: 'Not there yet',
  late: 'Late',
};

const minutesText = (zh: boolean) => (minutes: number | null) => {
  if (minutes === null) return '';
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (!hours) return zh ? `${rest} 分钟` : `${rest} min`;
  return zh ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`;
};

const words = table(
  {
    title: '当日事当日毕',
    whichDay: '哪一天',
    placed: '18 点前下的单',
    states: zhStates,
    of: (n: number) => `/ ${n}`,
    medians: (accepted: string, delivered: string) =>
      `一半的单，下单后 ${accepted}内有人接${delivered && `，${delivered}内送到`}`,
    minutes: minutesText(true),
    asOf: (at: string) => `截至 ${at}`,
    lateFrom: (at: string) => `${at} 起，赶不上的会列在最前面`,
    explainedHelp: '“有说明”是取消了的，和没有人在家、改天再去的。',
    lateOnes: (n: number) => `${n} 单今天赶不上`,
    lateOnesOf: (n: number) => `${n} 单没有赶上`,
    all: (n: number) => `看全部 ${n} 单`,
    byKind: '哪些事',
    byGrid: '哪个网格',
    line: (delivered: number, placed: number) => `送到 ${delivered} / ${placed}`,
    lineOpen: (n: number) => `还差 ${n}`,
    only: (what: string) => `只看：${what}`,
    everything: '看全部',
    none: (day: string) => `${day}还没有人下单`,
    list: (day: string, what: string) => `${day}：${what}`,
    listNone: '一单也没有',
    open: '打开',
    more: '再看一些',
  },
  {
    title: 'Done the same day',
    whichDay: 'Which day',
    placed: 'Ordered before 18:00',
    states: enStates,
    of: (n: number) => `/ ${n}`,
    medians: (accepted: string, delivered: string) =>
      `Half of them were accepted within ${accepted}${delivered && ` and delivered within ${delivered}`} of the order`,
    minutes: minutesText(false),
    asOf: (at: string) => `as of ${at}`,
    lateFrom: (at: string) => `From ${at} on, what will not make it stands first`,
    explainedHelp:
      '“Explained” are those cancelled, and those where nobody was home and somebody comes another day.',
    lateOnes: (n: number) => (n === 1 ? '1 will not make it today' : `${n} will not make it today`),
    lateOnesOf: (n: number) => (n === 1 ? '1 did not make it' : `${n} did not make it`),
    all: (n: number) => `All ${n}`,
    byKind: 'By kind',
    byGrid: 'By grid',
    line: (delivered: number, placed: number) => `${delivered} of ${placed} there`,
    lineOpen: (n: number) => `${n} to go`,
    only: (what: string) => `Only: ${what}`,
    everything: 'Show all',
    none: (day: string) => `${day}: nothing was ordered yet`,
    list: (day: string, what: string) => `${day}: ${what}`,
    listNone: 'None',
    open: 'Open',
    more: 'More',
  },
);
export const useSameDayWords = () => useWords(words);
