import { dayIn, table, useWords } from '@/words';

const words = table(
  {
    of: { morning: '今早的体温', evening: '今晚的体温' } as Record<string, string>,
    ofYesterday: { morning: '昨天早上的体温', evening: '昨晚的体温' } as Record<string, string>,
    notYet: { morning: '今早体温还没报', evening: '今晚体温还没报' } as Record<string, string>,
    until: (time: string) => `${time} 前`,
    stillUntil: (time: string) => `已过时，${time} 前还能报`,
    notYetFor: (names: string) => `还差 ${names}`,
    closed: '这一次已经结束',
    me: '我',
    someone: '家里人',
    states: { open: '还没报', missed: '没报', excused: '不用报', done: '已报', late: '已报，晚了' },
    unsent: (celsius: string) => `待发送 ${celsius}`,
    late: (reading: string) => `${reading} 晚报`,
    allDone: '都报了',
    report: '报体温',
    reportFamily: '报家里人的体温',
    fillIn: '补报',
    extra: '再报一次体温',
    extraOf: (name: string) => `再给 ${name} 报一次体温`,
    next: (day: string, opens: string, due: string) => `下一次：${day} ${opens} 到 ${due}`,
    first: (day: string, opens: string) => `第一次报体温：${day} ${opens} 开始`,
    fever: (celsius: string) => `${celsius} 发热`,
    unwell: '不舒服',
    feverHead: (name: string) => (name ? `${name}请留在家里，先别出门` : '请留在家里，先别出门'),
    nobodyYet: '还没有人接，请直接打电话',
    told: (name: string, at: string) => `${name || '网格员和卫生站'} ${at} 已收到，会打电话给您`,
    telling: '已经告诉网格员和卫生站',
    again: '再量一次体温',
    againAt: (at: string) => `${at} 请再量一次`,
    look: '看进展，打电话',
  },
  {
    of: { morning: 'This morning', evening: 'This evening' },
    ofYesterday: { morning: 'Yesterday morning', evening: 'Yesterday evening' },
    notYet: { morning: 'This morning is not reported yet', evening: 'This evening is not reported yet' },
    until: (time: string) => `before ${time}`,
    stillUntil: (time: string) => `Late; until ${time}`,
    notYetFor: (names: string) => `Still missing: ${names}`,
    closed: 'This one is over',
    me: 'Me',
    someone: 'Somebody at home',
    states: {
      open: 'not yet',
      missed: 'missed',
      excused: 'excused',
      done: 'reported',
      late: 'reported late',
    },
    unsent: (celsius: string) => `to be sent ${celsius}`,
    late: (reading: string) => `${reading} late`,
    allDone: 'All reported',
    report: 'Report my temperature',
    reportFamily: 'Report for the household',
    fillIn: 'Fill it in',
    extra: 'Report once more',
    extraOf: (name: string) => `Report once more for ${name}`,
    next: (day: string, opens: string, due: string) => `Next: ${day} ${opens} to ${due}`,
    first: (day: string, opens: string) => `First temperature: ${day} from ${opens}`,
    fever: (celsius: string) => `${celsius} fever`,
    unwell: 'Unwell',
    feverHead: (name: string) => (name ? `${name}: please stay at home` : 'Please stay at home'),
    nobodyYet: 'Nobody has answered yet: please call',
    told: (name: string, at: string) => `${name || 'Your community'} has it since ${at} and will call`,
    telling: 'Your grid worker and the health station have been told',
    again: 'Measure again',
    againAt: (at: string) => `Measure again at ${at}`,
    look: 'See how it goes, call',
  },
);
export const useTemperatureWords = () => useWords(words);

const daysFrom = table(
  { days: ['今天', '明天'], date: dayIn.zh },
  { days: ['today', 'tomorrow'], date: dayIn.en },
);
/** 今天, 明天, or the date; days from today. */
export function useNearDay(): (day: string, ahead: number) => string {
  const { days, date } = useWords(daysFrom);
  return (day, ahead) => days[ahead] ?? date(day);
}
