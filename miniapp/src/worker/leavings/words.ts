import { table, useWords } from '@/words';

const words = table(
  {
    title: '离开报备',
    none: '现在没有人报备离开',
    before: '以前的',
    agree: '同意离开',
    refuse: '不同意',
    refuseYes: '确认不同意',
    why: '为什么不同意（居民看得到）',
    reasons: {
      period: '观察期没到，请先留在家里',
      fever: '有发热或不舒服，请先就医',
      unclear: '去处没说清楚，请打电话给我',
    },
    report: '替人报备离开',
    paper: '打印转交单',
    word: '您替他报备，就等于您同意他离开。',
    nobody: '现在没有等核实或在观察的人',
  },
  {
    title: 'Leavings',
    none: 'Nobody has reported a leaving',
    before: 'Earlier',
    agree: 'Agree',
    refuse: 'Do not agree',
    refuseYes: 'Do not agree',
    why: 'Why not (the resident reads it)',
    reasons: {
      period: 'The period is not over; please stay at home',
      fever: 'Fever or symptoms; see a doctor first',
      unclear: 'Where to is not clear; please call me',
    },
    report: 'Report for somebody',
    paper: 'Print a hand-over paper',
    word: 'Reporting it for them says that you agree.',
    nobody: 'Nobody is to be verified or under observation',
  },
);
export const useLeavingsWords = () => useWords(words);
