import type { NoticeCode } from '@shared/notices/codes';
import type { DailyKind } from '@shared/schedules/kinds';
import type { WindowName } from '@shared/schedules/windows';
import { table, useWords } from '@/words';

/** Every rung of the ladder of a kind has a notice of its name. */
type DailyRung = Extract<NoticeCode, `${DailyKind}.${string}`>;

const words = table(
  {
    title: '每天的时间',
    which: '改哪一样',
    kinds: { temperature: '报体温', visit: '每日随访', trash: '收垃圾' } satisfies Record<DailyKind, string>,
    names: { morning: '早上', evening: '晚上', day: '每天', once: '' } satisfies Record<WindowName, string>,
    opens: '几点开始',
    due: '几点前算按时',
    closes: '几点截止',
    means: (opens: string, due: string, closes: string) =>
      `${opens} 开始；${due} 以前算按时，到 ${closes} 算晚了，再晚算没做。`,
    ifNot: '到时候没做的',
    rungs: {
      'temperature.remind': '微信提醒本人（本人同意过的）',
      'temperature.due': '告诉本人',
      'temperature.contact': '告诉家里的联系人',
      'temperature.call': '网格员打电话',
      'temperature.leader': '告诉网格长',
      'temperature.missed': '列进办公室的漏报名单',
      'visit.due': '提醒网格员',
      'visit.leader': '告诉网格长',
      'visit.office': '告诉办公室',
      'trash.due': '提醒网格员',
      'trash.leader': '告诉网格长',
      'trash.office': '告诉办公室',
    } satisfies Record<DailyRung, string>,
    nextDay: (at: string) => `第二天 ${at}`,
    from: '改了只管以后新排的：新开始的观察、改期后新加的日子。已经排好的不变。',
    isOwn: '本社区定的时间',
    isUsual: '通用时间',
    save: '就用这个时间',
    same: '还没改',
    saved: '改好了，新排的日子开始用',
  },
  {
    title: 'Hours of a day',
    which: 'Which one',
    kinds: { temperature: 'Readings', visit: 'Follow-up', trash: 'Trash' },
    names: { morning: 'Morning', evening: 'Evening', day: 'Every day', once: '' },
    opens: 'From',
    due: 'On time until',
    closes: 'Closes',
    means: (opens: string, due: string, closes: string) =>
      `From ${opens}; on time until ${due}, late until ${closes}, missed after it.`,
    ifNot: 'When it is not done',
    rungs: {
      'temperature.remind': 'WeChat reminds the person, who agreed to it',
      'temperature.due': 'The person is told',
      'temperature.contact': 'The household’s contact is told',
      'temperature.call': 'The grid worker calls',
      'temperature.leader': 'The leader is told',
      'temperature.missed': 'In the office’s list of the missed',
      'visit.due': 'The grid worker is reminded',
      'visit.leader': 'The leader is told',
      'visit.office': 'The office is told',
      'trash.due': 'The grid worker is reminded',
      'trash.leader': 'The leader is told',
      'trash.office': 'The office is told',
    },
    nextDay: (at: string) => `next day ${at}`,
    from: 'It counts for what is planned from now on: observations that begin, days that are added. What is planned keeps its hours.',
    isOwn: 'Set by this community',
    isUsual: 'The usual hours',
    save: 'Use these hours',
    same: 'Nothing changed yet',
    saved: 'Changed, for what is planned from now on',
  },
);
export const useWindowsWords = () => useWords(words);
