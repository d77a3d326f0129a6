import type { ErrandState } from '@shared/requests/errandLife';
import type { Channel, ErrandStep, ErrandView, Evidence } from '@shared/requests/errandView';
import { kindOf, type RequestKindName } from '@shared/requests/kinds';
import { useSettings } from '@/client/settings';
import { table, useWords } from '@/words';
import { unbroken } from '@/words/unbroken';
import type { GoingOn, StepName } from './soFar';

type Words<Code extends string> = Record<Code, string>;

const zhStates: Words<ErrandState> = {
  assigned: '等人接单',
  accepted: '已接单',
  purchased: '已买到',
  onTheWay: '在路上',
  delivered: '已送到，等确认',
  closed: '办好了',
  cancelled: '已取消',
};
const enStates: Words<ErrandState> = {
  assigned: 'Waiting to be accepted',
  accepted: 'Accepted',
  purchased: 'Bought',
  onTheWay: 'On the way',
  delivered: 'Delivered, to be confirmed',
  closed: 'Done',
  cancelled: 'Cancelled',
};
const zhSteps: Words<StepName> = {
  place: '下单',
  accept: '已接单',
  decline: '接单人办不了，重新等人接',
  lapse: '接了没有动静，重新等人接',
  ask: '问了一件事',
  answer: '回答',
  mark: '勾了采购单',
  addToRun: '排进楼栋一趟',
  buy: '已买到',
  pass: '交给别人送',
  leave: '在路上',
  deliver: '已送到',
  nobodyHome: '上门没有人应',
  confirm: '确认收到',
  object: '说没有收好',
  ring: '打电话回访，没打通',
  vouch: '打电话回访，说收到了',
  cancel: '取消',
  reassign: '换了人',
  handOver: '转交给别人',
  rung: '没有动静，往上报',
  close: '12 小时没有说不对，算收到',
};
const enSteps: Words<StepName> = {
  place: 'Ordered',
  accept: 'Accepted',
  decline: 'Given back; waits for somebody else',
  lapse: 'Nothing was done; waits for somebody else',
  ask: 'A question was asked',
  answer: 'Answered',
  mark: 'Ticked on the shopping list',
  addToRun: 'Put into a trip through the building',
  buy: 'Bought',
  pass: 'Left for somebody else to bring',
  leave: 'On the way',
  deliver: 'Delivered',
  nobodyHome: 'Nobody opened',
  confirm: 'Confirmed',
  object: 'Objected to',
  ring: 'Rung to ask, nobody reached',
  vouch: 'Rung to ask: it came',
  cancel: 'Cancelled',
  reassign: 'Given to somebody else',
  handOver: 'Handed to somebody else',
  rung: 'It stood still: told further up',
  close: 'No objection within 12 hours: taken as received',
};
const zhGoingOn: Words<GoingOn> = {
  assigned: '等人接单',
  question: '等住户回答',
  shopping: '正在买',
  preparing: '准备上门',
  carrying: '准备送',
  waitsForCarrier: '等人送',
  again: '等再上门',
  onTheWay: '在路上',
  confirming: '等住户确认',
};
const enGoingOn: Words<GoingOn> = {
  assigned: 'Waits to be accepted',
  question: 'Waits for the household’s answer',
  shopping: 'Being bought',
  preparing: 'Getting ready to come',
  carrying: 'About to be brought',
  waitsForCarrier: 'Waits for somebody to bring it',
  again: 'Somebody comes again',
  onTheWay: 'On the way',
  confirming: 'Waits for the household to confirm',
};
/** Rungs by which somebody was reminded; the first only tells that it is there. */
const zhRungs: Record<string, string> = {
  waiting: '30 分钟没人接，已催',
  leader: '1 小时没人接，已报网格长',
  office: '2 小时没人接，已报社区办公室',
  carrying: '买好 1 小时还没送，已催',
  carryingLeader: '买好 2 小时还没送，已报网格长',
  runningLow: '快吃完了，问过要不要再配',
  carrierLeft: '拿着东西的人不在岗了，网格长来安排',
  onTheWay: '出门 1 小时还没到，已催',
  onTheWayLeader: '出门 2 小时还没到，已报网格长',
};
const enRungs: Record<string, string> = {
  waiting: 'Not accepted for 30 minutes: reminded',
  leader: 'Not accepted for an hour: the leader was told',
  office: 'Not accepted for two hours: the office was told',
  carrying: 'Bought an hour ago and not brought: reminded',
  carryingLeader: 'Bought two hours ago and not brought: the leader was told',
  runningLow: 'Running low: asked whether to order again',
  carrierLeft: 'Whoever had it serves no longer: the leader arranges it',
  onTheWay: 'On the way for an hour: reminded',
  onTheWayLeader: 'On the way for two hours: the leader was told',
};
const zhResults: Words<NonNullable<ErrandStep['result']>> = {
  yes: '可以',
  no: '不行',
  household: '住户付',
  community: '社区付',
};
const enResults: Words<NonNullable<ErrandStep['result']>> = {
  yes: 'yes',
  no: 'no',
  household: 'the household pays',
  community: 'the community pays',
};
const zhEvidences: Words<Evidence> = {
  photo: '有照片',
  doorCode: '对过门码',
  answeredBy: '有人开门',
  tap: '住户当面确认',
};
const enEvidences: Words<Evidence> = {
  photo: 'with a photo',
  doorCode: 'with the door code',
  answeredBy: 'somebody opened',
  tap: 'confirmed by the household at the door',
};
const zhClosers: Words<NonNullable<ErrandView['closedBy']>> = {
  resident: '住户确认',
  proxy: '代办人确认',
  call: '电话里说收到了',
  lapse: '12 小时没有说不对，算收到',
};
const enClosers: Words<NonNullable<ErrandView['closedBy']>> = {
  resident: 'confirmed by the household',
  proxy: 'confirmed by mandate',
  call: 'confirmed on the telephone',
  lapse: 'nobody objected within 12 hours',
};
const zhChannels: Words<Channel> = {
  app: '自己下单',
  proxy: '电话代下',
  door: '上门代下',
  desk: '登记中心代下',
};
const enChannels: Words<Channel> = {
  app: 'by the household',
  proxy: 'by telephone',
  door: 'at the door',
  desk: 'at the registration desk',
};

const words = table(
  {
    states: zhStates,
    steps: zhSteps,
    rungs: zhRungs,
    results: zhResults,
    evidences: zhEvidences,
    closers: zhClosers,
    channels: zhChannels,
    household: '住户',
    system: '系统',
    somebody: '别人',
    urgent: '急',
    goods: (where: string) => `东西在：${where}`,
    comesAgain: (at: string) => `${at} 再来`,
    goingOn: zhGoingOn,
    /** The same, said to the household. */
    yours: { question: '等您回答', confirming: '等您确认' } as Partial<Words<GoingOn>>,
    toBeDelivered: '送到',
    toBeDone: '上门办好',
    by: (at: string) => `说好 ${at} 前`,
    answersFor: (name: string) => `${name} 负责`,
    objectable: (at: string) => `${at} 前可以说没有收好`,
    wanted: '要的东西',
    note: '另外说的',
    spent: '花了',
    photo: '照片',
    receipt: '小票照片',
    atTheDoor: '送到门口的照片',
    yes: '是',
    no: '不是',
    says: (label: string, value: string) => `${label}：${value}`,
    /** Whoever only sees it wait is told the building alone. */
    building: (name: string) => (/^\d+$/.test(name) ? `${name} 号楼` : name),
    things: (size: number) => unbroken(`${size} 样`),
    history: '经过',
    faster: (who: string) => `${who} 比您快，已经接了这一单`,
    movedOn: (who: string, state: string) =>
      `${who} 刚刚办过了，现在是“${state}”。您填的还在，请看一眼再办。`,
    wentOn: (what: string, state: string) =>
      `刚刚有变化：${what}，现在是“${state}”。您填的还在，请看一眼再办。`,
  },
  {
    states: enStates,
    steps: enSteps,
    rungs: enRungs,
    results: enResults,
    evidences: enEvidences,
    closers: enClosers,
    channels: enChannels,
    household: 'household',
    system: 'system',
    somebody: 'Somebody',
    urgent: 'Urgent',
    goods: (where: string) => `It is kept at: ${where}`,
    comesAgain: (at: string) => `Somebody comes again at ${at}`,
    goingOn: enGoingOn,
    yours: { question: 'Waits for your answer', confirming: 'Waits for you to confirm' },
    toBeDelivered: 'Delivery',
    toBeDone: 'Done at the door',
    by: (at: string) => `promised before ${at}`,
    answersFor: (name: string) => `${name} answers for it`,
    objectable: (at: string) => `until ${at} you can say that it is not right`,
    wanted: 'What was asked for',
    note: 'Note',
    spent: 'Spent',
    photo: 'Photo',
    receipt: 'Photo of the receipt',
    atTheDoor: 'Photo of the goods at the door',
    yes: 'yes',
    no: 'no',
    says: (label: string, value: string) => `${label}: ${value}`,
    building: (name: string) => (/^\d+$/.test(name) ? `Building ${name}` : name),
    things: (size: number) => unbroken(size === 1 ? '1 thing' : `${size} things`),
    history: 'What happened',
    faster: (who: string) => `${who} was faster and has accepted it`,
    movedOn: (who: string, state: string) =>
      `${who} has just acted; it is now “${state}”. What you typed is still here; look first.`,
    wentOn: (what: string, state: string) =>
      `Something has just changed: ${what}. It is now “${state}”. What you typed is still here; look first.`,
  },
);
/** Words of errands for the household and for whoever carries them; those of a kind stand in its own file. */
export const useErrandWords = () => useWords(words);
export type ErrandWords = ReturnType<typeof useErrandWords>;

/** What a kind of errand is called. */
export function useKindWord(): (kind: RequestKindName) => string {
  const language = useSettings((settings) => settings.language);
  return (kind) => kindOf(kind).words[language];
}
