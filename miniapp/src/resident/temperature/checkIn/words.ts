import { table, useWords } from '@/words';

const words = table(
  {
    title: '健康打卡',
    who: '看谁的',
    days: (n: number) => (n ? `连续 ${n} 天` : '今天开始记'),
    help: (celsius: string) =>
      `不在观察期的人也可以记体温，记不记都由自己。${celsius} ℃ 及以上会马上告诉网格员和卫生站。`,
    today: (celsius: string, at: string) => `今天已记 ${celsius} ${at}`,
    record: '记体温',
    recordAgain: '再记一次',
    correct: '更正今天的',
    observed: '这一位在居家观察，请到“我的天数”报',
    toDays: '我的天数',
    nobody: '绑定了自己家，才能打卡',
    home: '回首页',
  },
  {
    title: 'Check-in',
    who: 'Whose',
    days: (n: number) => (n ? `${n} days in a row` : 'Start today'),
    help: (celsius: string) =>
      `Who is not under observation may keep temperatures too, as they like. From ${celsius} ℃ on your worker and the health station are told at once.`,
    today: (celsius: string, at: string) => `Kept today: ${celsius} ${at}`,
    record: 'Keep a temperature',
    recordAgain: 'Once more',
    correct: 'Correct today’s',
    observed: 'Under observation: please report under “My days”',
    toDays: 'My days',
    nobody: 'Add your home first',
    home: 'Home',
  },
);
export const useCheckInWords = () => useWords(words);
