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

const plain = table(
  {
    normal: '标准',
    elder: '大字',
    loading: '正在打开…',
    failed: '没有取到，请再试一次或打电话给社区',
    unreachable: '没有连上网络，内容取不到',
    noNetwork: '没有网络',
    waiting: (n: number) => `待发送 ${n}`,
    look: '看一看',
    erase: '退一格',
    today: '今天',
    tomorrow: '明天',
    retry: '重试',
    choose: '请选择',
    callCommunity: '打电话给社区',
    call120: '喘不上气、胸痛：打 120',
    back: '返回',
    sending: '提交中…',
    offline: '没有连上网络。内容已存在手机里，请再试一次',
  },
  {
    normal: 'Normal',
    elder: 'Large',
    loading: 'Opening…',
    failed: 'Not loaded. Try again or call the community',
    unreachable: 'No connection; nothing could be loaded',
    noNetwork: 'No network',
    waiting: (n: number) => `${n} waiting to be sent`,
    look: 'Look',
    erase: 'Back one',
    today: 'today',
    tomorrow: 'tomorrow',
    retry: 'Try again',
    choose: 'Choose',
    callCommunity: 'Call the community',
    call120: 'Short of breath, chest pain: call 120',
    back: 'Back',
    sending: 'Sending…',
    offline: 'No connection. It is kept on the phone; try again',
  },
);
export const usePlainWords = () => useWords(plain);

/** `11月22日 12:00`. */
export const clockText = (at: string): string => inBeijing(at).format('M月D日 HH:mm');
/** The same, but `今天 12:00` today and tomorrow likewise. */
export function useMomentText(): (at: string) => string {
  const words = usePlainWords();
  return (at) => {
    const days = daysBetween(dayOf(now()), dayOf(at));
    const word = days === 0 ? words.today : days === 1 ? words.tomorrow : '';
    return word ? `${word} ${inBeijing(at).format('HH:mm')}` : clockText(at);
  };
}
const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
/** `11月22日 周日`. */
export const useDateText = (): ((at: Date) => string) => {
  const names = useWords(weekdays);
  return (at) => `${inBeijing(at).format('M月D日')} ${names[inBeijing(at).day()]}`;
};
export const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
