import type { RequestStep, RequestView } from '@shared/requests/contract';
import type { FeverOutcome, FeverStep } from '@shared/requests/kinds';
import type { FeverBand } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import { table, useWords } from '@/words';

type ToldLine = RequestView['told'][number];
type Words<Code extends string> = Record<Code, string>;

const zhStates: Words<RequestView['state']> = {
  raised: '还没人接',
  acknowledged: '有人接了',
  handling: '处理中',
  closed: '已办结',
};
const enStates: Words<RequestView['state']> = {
  raised: 'Nobody has it yet',
  acknowledged: 'Somebody has it',
  handling: 'Being looked into',
  closed: 'Closed',
};
const zhBands: Words<FeverBand> = { symptoms: '不舒服', fever: '发热', high: '高热' };
const enBands: Words<FeverBand> = { symptoms: 'Symptoms', fever: 'Fever', high: 'High fever' };
const zhSteps: Words<FeverStep> = {
  call: '打电话',
  houseCall: '上门看',
  refer: '转诊',
  testResult: '检测结果',
};
const enSteps: Words<FeverStep> = {
  call: 'Call',
  houseCall: 'House call',
  refer: 'Refer',
  testResult: 'Test result',
};
const zhResults: Record<string, string> = {
  reached: '接通',
  noAnswer: '未接',
  wrongNumber: '空号',
  seen: '看过了',
  nobodyHome: '没人在家',
  emergency120: '叫了 120',
  feverClinic: '发热门诊',
  district: '报区里',
  negative: '阴性',
  positive: '阳性',
  pending: '等结果',
};
const enResults: Record<string, string> = {
  reached: 'Reached',
  noAnswer: 'No answer',
  wrongNumber: 'Wrong number',
  seen: 'Seen',
  nobodyHome: 'Nobody home',
  emergency120: '120 was called',
  feverClinic: 'Fever clinic',
  district: 'District told',
  negative: 'Negative',
  positive: 'Positive',
  pending: 'Not there yet',
};
const zhOutcomes: Words<FeverOutcome> = {
  recovered: '好了',
  otherIllness: '别的病，已安排',
  measuredWrong: '量错了',
  hospital: '住院',
  central: '去集中点',
};
const enOutcomes: Words<FeverOutcome> = {
  recovered: 'Well again',
  otherIllness: 'Another illness, looked after',
  measuredWrong: 'Measured wrongly',
  hospital: 'In hospital',
  central: 'At a central place',
};
const zhActions: Words<RequestStep['action']> = {
  raise: '报来了',
  join: '又报来一次',
  acknowledge: '接了',
  handle: '处理',
  note: '记一笔',
  close: '办结',
  take: '转到自己名下',
  reassign: '改派',
  reopen: '重新打开',
  rung: '没人办，自动往上报',
};
const enActions: Words<RequestStep['action']> = {
  raise: 'Raised',
  join: 'Raised once more',
  acknowledge: 'Acknowledged',
  handle: 'Handled',
  note: 'Noted',
  close: 'Closed',
  take: 'Taken over',
  reassign: 'Given to somebody else',
  reopen: 'Opened again',
  rung: 'Nobody acted: told further up',
};
const zhRungs: Record<string, string> = {
  raised: '一有就通知',
  worse: '体温更高了',
  leader: '10 分钟没人接',
  duty: '20 分钟没人接',
  all: '30 分钟没人接',
  unhandled: '接了 1 小时没处理',
  unclosed: '1 天没办结',
};
const enRungs: Record<string, string> = {
  raised: 'at once',
  worse: 'it got worse',
  leader: 'unanswered for 10 minutes',
  duty: 'unanswered for 20 minutes',
  all: 'unanswered for 30 minutes',
  unhandled: 'not handled for an hour',
  unclosed: 'not closed for a day',
};
const zhTold: Words<ToldLine['state']> = {
  waiting: '等发送',
  sending: '发送中',
  sent: '已发出',
  refused: '没发出去',
  expired: '过期没发',
  withheld: '没有授权，没发',
  read: '已读',
};
const enTold: Words<ToldLine['state']> = {
  waiting: 'waiting',
  sending: 'sending',
  sent: 'sent',
  refused: 'refused',
  expired: 'too old',
  withheld: 'no consent',
  read: 'read',
};
const zhFillers: Words<Filler> = {
  self: '本人报',
  family: '家人代报',
  mandate: '代办人代报',
  workerPhone: '网格员电话问的',
  workerDoor: '网格员上门量的',
  health: '卫生站报',
};
const enFillers: Words<Filler> = {
  self: 'by the person',
  family: 'by family',
  mandate: 'by mandate',
  workerPhone: 'worker, by telephone',
  workerDoor: 'worker, at the door',
  health: 'health station',
};

const words = table(
  {
    title: '发热、不舒服',
    states: zhStates,
    bands: zhBands,
    steps: zhSteps,
    results: zhResults,
    outcomes: zhOutcomes,
    actions: zhActions,
    rungs: zhRungs,
    told: zhTold,
    channels: { inbox: '站内消息', telephone: '短信和语音电话', wechat: '微信' } as Words<
      ToldLine['channel']
    >,
    fillers: zhFillers,
    acknowledge: '我来处理',
    take: '转到我名下',
    handle: '记下处理了什么',
    close: '办结',
    reassign: '改派给别人',
    reopen: '重新打开',
    call: '打电话',
    noPhone: '没有登记电话，请上门',
    noPhoneShown: '电话没有取到，请再试一次',
    howCall: '电话打通了吗？',
    whatStep: '做了什么',
    whatResult: '结果',
    note: '补一句（只有工作人员看得到）',
    save: '记下',
    outcome: '最后怎么样',
    closeYes: '确认办结',
    colleague: '改派给谁',
    why: '为什么',
    reassignYes: '确认改派',
    reopenYes: '确认重新打开',
    cancel: '返回',
    unanswered: (name: string) => `没有人接。请直接打电话给 ${name}`,
    raisedAt: (at: string) => `${at} 报来`,
    before: (at: string) => `${at} 前`,
    late: '已过时',
    second: '第二次体温',
    secondStates: {
      open: '还没量',
      done: '已量',
      late: '已量（晚了）',
      missed: '没有量',
      excused: '不用量',
    } as Record<string, string>,
    readings: '体温',
    noReadings: '还没有体温',
    medicine: '吃了退烧药',
    history: '办理经过',
    whoTold: '通知了谁',
    notTold: '还没有通知谁',
    resident: '居民',
    system: '系统',
    answers: '谁负责',
    movedOn: (who: string, state: string) =>
      `${who} 刚刚办过了，现在是“${state}”。您填的还在，请看一眼再办。`,
    somebody: '别人',
    closed: (outcome: string) => `已办结：${outcome}`,
    over: (at: string) => `37.3 以上记为发热 · ${at} 更新`,
  },
  {
    title: 'Fever, symptoms',
    states: enStates,
    bands: enBands,
    steps: enSteps,
    results: enResults,
    outcomes: enOutcomes,
    actions: enActions,
    rungs: enRungs,
    told: enTold,
    channels: { inbox: 'inbox', telephone: 'text and voice call', wechat: 'WeChat' },
    fillers: enFillers,
    acknowledge: 'I look after it',
    take: 'Take it over',
    handle: 'Write down what was done',
    close: 'Close',
    reassign: 'Give it to somebody else',
    reopen: 'Open again',
    call: 'Call',
    noPhone: 'There is no telephone; go to the door',
    noPhoneShown: 'The telephone was not loaded; try again',
    howCall: 'Did they answer?',
    whatStep: 'What was done',
    whatResult: 'What came of it',
    note: 'A note (for staff only)',
    save: 'Write down',
    outcome: 'How it ended',
    closeYes: 'Close it',
    colleague: 'To whom',
    why: 'Why',
    reassignYes: 'Give it over',
    reopenYes: 'Open it again',
    cancel: 'Back',
    unanswered: (name: string) => `Nobody has answered. Call ${name} directly`,
    raisedAt: (at: string) => `raised ${at}`,
    before: (at: string) => `before ${at}`,
    late: 'overdue',
    second: 'Second reading',
    secondStates: {
      open: 'not yet',
      done: 'taken',
      late: 'taken late',
      missed: 'not taken',
      excused: 'not needed',
    },
    readings: 'Temperatures',
    noReadings: 'No temperature yet',
    medicine: 'fever-lowering medicine',
    history: 'What was done',
    whoTold: 'Who was told',
    notTold: 'Nobody yet',
    resident: 'resident',
    system: 'system',
    answers: 'Who answers',
    movedOn: (who: string, state: string) =>
      `${who} has just acted; it is now “${state}”. What you typed is still here; look first.`,
    somebody: 'Somebody',
    closed: (outcome: string) => `Closed: ${outcome}`,
    over: (at: string) => `A fever from 37.3 on · as of ${at}`,
  },
);
export const useRequestWords = () => useWords(words);
