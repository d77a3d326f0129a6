import { table, useWords } from '@/words';

const words = table(
  {
    title: '社区办公室',
    menu: {
      residents: '找居民',
      corrections: '楼栋长报来的改动',
      roster: '花名册',
      grids: '网格划分',
      responsible: '看谁负责',
      absence: '请假',
    },
    waiting: '等核实的返回登记',
  },
  {
    title: 'Community office',
    menu: {
      residents: 'Find a resident',
      corrections: 'What building heads told',
      roster: 'Roster',
      grids: 'Grids',
      responsible: 'Who answers',
      absence: 'Absence',
    },
    waiting: 'Returns to be verified',
  },
);
export const useOfficeWords = () => useWords(words);
