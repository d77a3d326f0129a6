import { table, useWords } from '@/words';

/** Words of a leaving that residents and staff read alike. */
const words = table(
  {
    states: {
      asked: '等网格员同意',
      agreed: '已同意',
      refused: '没有同意',
      withdrawn: '已取消',
      left: '已离开',
    },
    leaves: (at: string) => `${at} 离开`,
    to: '去哪里',
    reason: '原因',
    toCommunity: (name: string) => `由 ${name} 接着管`,
    who: '谁要离开',
    when: '什么时候走',
    day: '离开的日期',
    time: '离开的时间',
    where: '去哪里（写地名）',
    community: '去的社区（不在列表里可不选）',
    send: '报备离开',
    stays: '不走了，取消',
  },
  {
    states: {
      asked: 'Waits for the grid worker',
      agreed: 'Agreed',
      refused: 'Not agreed',
      withdrawn: 'Cancelled',
      left: 'Has left',
    },
    leaves: (at: string) => `leaves ${at}`,
    to: 'To',
    reason: 'Reason',
    toCommunity: (name: string) => `${name} goes on`,
    who: 'Who leaves',
    when: 'When',
    day: 'Day of leaving',
    time: 'Time of leaving',
    where: 'Where to (a place)',
    community: 'Which community (if listed)',
    send: 'Report the leaving',
    stays: 'Stays after all',
  },
);
export const useLeavingWords = () => useWords(words);
