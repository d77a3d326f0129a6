import { table, useWords } from '@/words';

const words = table(
  {
    title: '我要离开',
    head: '谁要离开社区？',
    help: '在观察中的人，要等网格员同意才能走。去的社区在列表里，天数会接着算。',
  },
  {
    title: 'I am leaving',
    head: 'Who leaves the community?',
    help: 'Under observation the grid worker has to agree. In a community of the list the days go on.',
  },
);
export const useLeaveWords = () => useWords(words);
