import type { MandateScope } from '@shared/accounts/contract';
import type { MandateView } from '@shared/roster/mandates';
import { dayIn, table, useWords } from '@/words';

const zhScopes: Record<MandateScope, string> = {
  order: '下单、找人帮忙',
  report: '报体温',
  declare: '登记返回',
};
const enScopes: Record<MandateScope, string> = {
  order: 'order and ask for help',
  report: 'report temperatures',
  declare: 'declare a return',
};
const zhRelations: Record<MandateView['relation'], string> = {
  child: '儿女',
  relative: '亲戚',
  neighbour: '邻居',
  other: '其他人',
};
const enRelations: Record<MandateView['relation'], string> = {
  child: 'Son or daughter',
  relative: 'Relative',
  neighbour: 'Neighbour',
  other: 'Somebody else',
};

const words = table(
  {
    title: '家人代办',
    what: '在外地的儿女、信得过的邻居，可以替您家办事。随时可以收回。',
    scopes: zhScopes,
    relations: zhRelations,
    until: (day: string) => `到${dayIn.zh(day)}`,
    takeBack: '收回',
    takeBackAsk: '收回以后，对方马上不能再替您家办事。',
    takeBackYes: '确认收回',
    keep: '先不收回',
    before: '以前的',
    ended: '已收回',
    over: '已到期',
    none: '现在没有人替您家办事',
    giveHead: '请一个人代办',
    phone: '对方的手机号',
    who: '对方是您的',
    may: '可以替您家',
    howLong: '到什么时候',
    days: { '7': '一个星期', '30': '一个月', '90': '三个月' } as Record<string, string>,
    give: '同意代办',
    given: '已经告诉对方，用这个手机号登录就能替您家办事。',
    theirs: (door: string) => `您在替 ${door} 办事`,
    giveBack: '不再代办',
  },
  {
    title: 'Who may act for us',
    what: 'A child in another city or a neighbour you trust can do things for your household. Take it back at any time.',
    scopes: enScopes,
    relations: enRelations,
    until: (day: string) => `until ${dayIn.en(day)}`,
    takeBack: 'Take back',
    takeBackAsk: 'They will not be able to act for your household any more, at once.',
    takeBackYes: 'Take it back',
    keep: 'Keep it',
    before: 'Before',
    ended: 'taken back',
    over: 'over',
    none: 'Nobody acts for your household now',
    giveHead: 'Ask somebody to act for us',
    phone: 'Their telephone',
    who: 'They are your',
    may: 'They may',
    howLong: 'For how long',
    days: { '7': 'A week', '30': 'A month', '90': 'Three months' },
    give: 'Agree',
    given: 'They have been told; signing in with this telephone they can act for your household.',
    theirs: (door: string) => `You act for ${door}`,
    giveBack: 'Stop acting for them',
  },
);
export const useMandateWords = () => useWords(words);
