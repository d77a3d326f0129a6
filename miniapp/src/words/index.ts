import { inBeijing } from '@shared/time';
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
    failed: '没有取到，请检查网络',
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
    failed: 'Not loaded. Check the network',
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

/** The one way times are written: `11月22日 12:00`. */
export const clockText = (at: string): string => inBeijing(at).format('M月D日 HH:mm');
export const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
