import { table, useWords } from '@/words';

const words = table(
  {
    title: '社区办公室',
    menu: {
      notices: '消息',
      handovers: '别的社区转来的',
      leavings: '离开报备',
      desk: '替人登记（分诊台）',
      poster: '打印登记二维码',
      staff: '工作人员',
      release: '期满解除',
      residents: '找居民',
      corrections: '楼栋长报来的改动',
      roster: '花名册',
      grids: '网格划分',
      responsible: '看谁负责',
      absence: '请假',
    },
    waiting: '等核实的返回登记',
    daily: '日常',
    arranged: '安排',
  },
  {
    title: 'Community office',
    menu: {
      notices: 'Messages',
      handovers: 'Offered by other communities',
      leavings: 'Leavings',
      desk: 'Register somebody here',
      poster: 'Print the QR notice',
      staff: 'Staff',
      release: 'Release',
      residents: 'Find a resident',
      corrections: 'What building heads told',
      roster: 'Roster',
      grids: 'Grids',
      responsible: 'Who answers',
      absence: 'Absence',
    },
    waiting: 'Returns to be verified',
    daily: 'Every day',
    arranged: 'Arrangements',
  },
);
export const useOfficeWords = () => useWords(words);
