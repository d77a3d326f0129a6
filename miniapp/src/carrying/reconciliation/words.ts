import type { ReconciliationOutcome } from '@shared/requests/reconciliation';
import { table, useWords } from '@/words';

type Outcomes = Record<ReconciliationOutcome, string>;
const zhOutcomes: Outcomes = {
  notDone: '没网时的没有办成，按写下的算',
  doneToo: '两边都办了，多办了一次',
  doneInstead: '是没网时办的，写下的没有办',
};
const enOutcomes: Outcomes = {
  notDone: 'What was done without network came to nothing; what is written down stands',
  doneToo: 'Both was done, once too often',
  doneInstead: 'It was done without network; what is written down was not',
};

const words = table(
  {
    title: '核对这一单',
    outcomes: zhOutcomes,
    help: '这一单两边写的不一样。先打电话问清楚，再写结果。这里只记结果和谁付钱，单子要改的（改派、取消）请打开这一单去办。',
    without: (name: string) => `${name} 没网时办的`,
    arrived: (at: string) => `${at} 才发到`,
    at: (place: string) => `东西在：${place}`,
    next: (at: string) => `${at} 再来`,
    opened: (name: string) => `开门的是 ${name}`,
    code: '说是对过门码，请向住户核实',
    written: '写下的经过',
    now: (state: string) => `现在：${state}`,
    call: (name: string) => `打电话给 ${name}`,
    openErrand: '打开这一单',
    open: '两边写的不一样，等核对',
    outcome: '问下来是怎么回事？',
    text: '怎么处理的（可以不写）',
    bought: '没网时买的东西退掉了，选第一个；留下了，再选谁付钱。',
    pays: '没网时买的东西谁付钱',
    choose: '请选一个',
    close: '写下结果',
    closed: (name: string, at: string) => `${name} ${at} 核对过了`,
    movedOn: '刚刚有变化，请看最新情况再写。您选的还在。',
  },
  {
    title: 'Find out about an errand',
    outcomes: enOutcomes,
    help: 'Two sides say different things. Call first, then write down what it was. This only keeps the outcome and who pays; what is to be changed of the errand is done on its own page.',
    without: (name: string) => `Done by ${name} without network`,
    arrived: (at: string) => `arrived ${at}`,
    at: (place: string) => `the goods are at: ${place}`,
    next: (at: string) => `comes again ${at}`,
    opened: (name: string) => `${name} opened`,
    code: 'a door code was said; please ask the household',
    written: 'What is written down',
    now: (state: string) => `Now: ${state}`,
    call: (name: string) => `Call ${name}`,
    openErrand: 'Open the errand',
    open: 'Two sides differ; to be found out',
    outcome: 'What was it?',
    text: 'What was done about it (optional)',
    bought: 'Goods that went back to the shop: choose the first. Goods that were kept: say who pays as well.',
    pays: 'Who pays for what was bought without network',
    choose: 'Choose one',
    close: 'Write it down',
    closed: (name: string, at: string) => `${name} found out, ${at}`,
    movedOn: 'Something has just changed; look first. What you chose is still here.',
  },
);
export const useReconciliationWords = () => useWords(words);
