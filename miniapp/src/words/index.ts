import { dayOf, daysBetween, inBeijing } from '@shared/time';
import { now } from '@/client/clock';
import { type Language, useSettings } from '@/client/settings';

/** A table of words: Chinese first, English beside it; a missing word does not compile. */
export const table = <T extends object>(
  zh: T,
  en: { [K in keyof T]: T[K] extends string ? string : T[K] },
): Record<Language, T> => ({ zh, en: en as T });

export const useWords = <T>(words: Record<Language, T>): T =>
  words[useSettings((settings) => settings.language)];

/** Minutes, or hours and days where that is more. */
const spanText = {
  zh: (minutes: number) => {
    if (minutes < 60) return ` ${minutes} 分钟`;
    return minutes < 1440 ? ` ${Math.round(minutes / 60)} 小时` : ` ${Math.round(minutes / 1440)} 天`;
  },
  en: (minutes: number) => {
    if (minutes < 60) return `${minutes} min`;
    return minutes < 1440 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
  },
};

const plain = table(
  {
    normal: '标准',
    elder: '大字',
    loading: '正在打开…',
    failed: '没有取到，请再试一次或打电话给社区',
    unreachable: '没有连上网络，内容取不到',
    noNetwork: '没有网络',
    waiting: (n: number) => `待发送 ${n}`,
    wrongClock: (ahead: number) =>
      `这部手机的时间${ahead > 0 ? '快' : '慢'}了${spanText.zh(Math.abs(ahead))}，请调准`,
    privacyAsk: '这一步要用到您手机里的内容',
    privacyWhy: '只用来办这件事。不同意也可以继续看通知、打电话。',
    agree: '同意',
    disagree: '不同意',
    look: '看一看',
    erase: '退一格',
    today: '今天',
    tomorrow: '明天',
    days: { '0': '今天', '-1': '昨天', '-2': '前天', '1': '明天', '2': '后天' } as Record<string, string>,
    earlier: '更早',
    otherDay: '别的日期',
    comma: '，',
    list: (items: string[]) => items.join('、'),
    aside: (text: string) => `（${text}）`,
    retry: '重试',
    choose: '请选择',
    callCommunity: '打电话给社区',
    call120: '打 120：喘不上气、胸痛',
    back: '返回',
    sending: '提交中…',
    notSent: '没有连上网络，没有办成，请再试一次',
    actingFor: (door: string) => `您在替 ${door} 办事`,
    mandateEnded: (door: string) => `${door} 的代办已经结束，不能再替这一户办事了。`,
    mandateKept: '是对方收回了，或者到期了。没提交的内容还存在这部手机里，7 天内对方再同意，可以接着填。',
    understood: '知道了',
  },
  {
    normal: 'Normal',
    elder: 'Large',
    loading: 'Opening…',
    failed: 'Not loaded. Try again or call the community',
    unreachable: 'No connection; nothing could be loaded',
    noNetwork: 'No network',
    waiting: (n: number) => `${n} waiting to be sent`,
    wrongClock: (ahead: number) =>
      `This phone’s clock is ${spanText.en(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}; please set it right`,
    privacyAsk: 'This step needs something from your phone',
    privacyWhy: 'Used for this only. If you disagree you can still read and call.',
    agree: 'Agree',
    disagree: 'Disagree',
    look: 'Look',
    erase: 'Back one',
    today: 'today',
    tomorrow: 'tomorrow',
    days: {
      '0': 'Today',
      '-1': 'Yesterday',
      '-2': '2 days ago',
      '1': 'Tomorrow',
      '2': 'In 2 days',
    },
    earlier: 'Earlier',
    otherDay: 'Another day',
    comma: ', ',
    list: (items: string[]) => items.join(', '),
    aside: (text: string) => ` (${text})`,
    retry: 'Try again',
    choose: 'Choose',
    callCommunity: 'Call the community',
    call120: 'Call 120: short of breath, chest pain',
    back: 'Back',
    sending: 'Sending…',
    notSent: 'No connection; it did not work. Try again',
    actingFor: (door: string) => `You act for ${door}`,
    mandateEnded: (door: string) => `You may not act for ${door} any more.`,
    mandateKept:
      'It was taken back, or its last day has passed. What you had filled in stays on this phone for 7 days, in case they agree again.',
    understood: 'All right',
  },
);
export const usePlainWords = () => useWords(plain);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day `YYYY-MM-DD` as `11月22日` or `22 Nov`. */
export const dayIn: Record<Language, (day: string) => string> = {
  zh: (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  en: (day) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`,
};
export const useDayText = () => useWords(dayIn);

/** `11月22日 12:00`. */
export function useClockText(): (at: Date | string) => string {
  const dayText = useDayText();
  return (at) => `${dayText(dayOf(at))} ${inBeijing(at).format('HH:mm')}`;
}

/** The same, but `今天 12:00` today and tomorrow likewise. */
export function useMomentText(): (at: string) => string {
  const words = usePlainWords();
  const clockText = useClockText();
  return (at) => {
    const days = daysBetween(dayOf(now()), dayOf(at));
    const word = days === 0 ? words.today : days === 1 ? words.tomorrow : '';
    return word ? `${word} ${inBeijing(at).format('HH:mm')}` : clockText(at);
  };
}

const zhWeekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const enWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dateIn: Record<Language, (day: string, weekday: number) => string> = {
  zh: (day, weekday) => `${dayIn.zh(day)} ${zhWeekdays[weekday]}`,
  en: (day, weekday) => `${enWeekdays[weekday]} ${dayIn.en(day)}`,
};
/** `11月22日 周日`. */
export function useDateText(): (at: Date) => string {
  const text = useWords(dateIn);
  return (at) => text(dayOf(at), inBeijing(at).day());
}
