import type { FieldCode } from '@shared/problems';
import type { Fields } from '@shared/requests/fields';
import { table, useWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { fieldAt } from './typed';
import { yuanText } from './yuan';

const words = table(
  {
    nth: (n: number) => `第 ${n} 样`,
    another: '再加一样',
    without: (n: number) => `去掉第 ${n} 样`,
    optional: (label: string) => `${label}（可以不填）`,
    inYuan: (label: string) => `${label}（元）`,
    day: '哪一天',
    time: '几点',
    yes: '是',
    no: '不是',
    range: (least: number, most: number) => `请填 ${least} 到 ${most} 的整数`,
    sum: (most: string) => `请填多少元，如 36.5，最多 ${most}`,
    letters: (most: number) => `最多 ${most} 个字`,
    chooseOne: '请选一个',
    wholeTime: '日子和几点都要选',
    wishDay: '哪一天要（不选就是尽快）',
    wishBy: '几点前要',
    anyTime: '一天里都行',
    before: (at: string) => `${at} 前`,
    whoIsIt: '是谁的事',
    urgent: '急用吗（不选就是不急）',
    urgency: { no: '不急', yes: '急用' },
    promise: (at: string) => `现在下单，说好 ${at} 前办到`,
    order: '下单',
    keptTitle: '还没发出去',
    kept: '已存在这部手机里，连上网会自动下单，不用再填。',
  },
  {
    nth: (n: number) => `No. ${n}`,
    another: 'One more',
    without: (n: number) => `Remove no. ${n}`,
    optional: (label: string) => `${label} (optional)`,
    inYuan: (label: string) => `${label} (yuan)`,
    day: 'Day',
    time: 'Time',
    yes: 'Yes',
    no: 'No',
    range: (least: number, most: number) => `A whole number from ${least} to ${most}`,
    sum: (most: string) => `An amount in yuan such as 36.5, ${most} at most`,
    letters: (most: number) => `At most ${most} characters`,
    chooseOne: 'Choose one',
    wholeTime: 'Choose both the day and the time',
    wishDay: 'On which day (as soon as possible, unless chosen)',
    wishBy: 'By when',
    anyTime: 'Any time of the day',
    before: (at: string) => `Before ${at}`,
    whoIsIt: 'Who is it about',
    urgent: 'Urgent? (no, unless chosen)',
    urgency: { no: 'Not urgent', yes: 'Urgent' },
    promise: (at: string) => `Ordered now, it is promised before ${at}`,
    order: 'Order',
    keptTitle: 'Not sent yet',
    kept: 'Kept on this phone and ordered by itself once there is a network.',
  },
);
/** Words of the form that is drawn from a kind’s file, and of what every order says beside it. */
export const useOrderWords = () => useWords(words);

/** What is wrong with a field of a kind and how to mend it, with the limits of its file. */
export function useKindFault(fields: Fields): (path: string, code: FieldCode) => string {
  const own = useOrderWords();
  const fieldWords = useFieldWords();
  return (path, code) => {
    const field = fieldAt(fields, path);
    const isMissing = code === 'required';
    if (field?.type === 'choice' || field?.type === 'yesNo') return own.chooseOne;
    if (field?.type === 'number' && !isMissing) return own.range(field.least, field.most);
    if (field?.type === 'money' && !isMissing) return own.sum(yuanText(field.mostFen));
    if (field?.type === 'moment' && !isMissing) return own.wholeTime;
    if (field?.type === 'text' && code === 'tooLong') return own.letters(field.most);
    return fieldWords({ path, code });
  };
}
