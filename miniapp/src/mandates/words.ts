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

/** In the app itself, or as staff were told. */
const zhWays: Record<MandateView['how'], string> = {
  app: '在手机上同意',
  phone: '打电话说的',
  paper: '写了字条',
  door: '当面说的',
};
const enWays: Record<MandateView['how'], string> = {
  app: 'agreed on the phone',
  phone: 'said so by telephone',
  paper: 'wrote it down',
  door: 'said so in person',
};

const words = table(
  {
    staffTitle: '代办授权',
    staffWhat: '家里没人会用手机，可以请儿女、邻居替这一户办事。要家里人自己同意，您来记下。',
    staffNone: '现在没有人替这一户办事',
    staffGive: '记下一份代办授权',
    attestedBy: '家里哪一位同意的',
    how: '怎么同意的',
    ways: zhWays,
    theirWho: '对方是这一户的',
    theirMay: '可以替这一户',
    note: '记下',
    noted: '已记下，已发短信告诉对方：用这个手机号登录就能替这一户办事。',
    staffEndAsk: '结束以后，对方马上不能再替这一户办事。',
    end: '结束',
    endYes: '确认结束',
    attested: (name: string, way: string) => `${name} ${way}`,
    gone: '已不在这一户的人',
    recorded: (name: string, day: string) => `${name} ${dayIn.zh(day)}记下`,
    agreed: (day: string) => `${dayIn.zh(day)}`,
    line: (n: number) => (n ? `代办授权：${n} 人` : '代办授权：还没有'),
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
    staffTitle: 'Who may act for them',
    staffWhat:
      'Where nobody can use a phone, a child or a neighbour may do things for this household. Somebody of it has to agree; you write it down.',
    staffNone: 'Nobody acts for this household now',
    staffGive: 'Write one down',
    attestedBy: 'Who of the household agreed',
    how: 'How they agreed',
    ways: enWays,
    theirWho: 'They are the household’s',
    theirMay: 'They may',
    note: 'Write it down',
    noted:
      'Written down; they have been told by a text message: signing in with this telephone they can act.',
    staffEndAsk: 'They will not be able to act for this household any more, at once.',
    end: 'End it',
    endYes: 'End it',
    attested: (name: string, way: string) => `${name} ${way}`,
    gone: 'Somebody no longer of this household',
    recorded: (name: string, day: string) => `written down by ${name}, ${dayIn.en(day)}`,
    agreed: (day: string) => `${dayIn.en(day)}`,
    line: (n: number) => (n ? `Acting for them: ${n}` : 'Acting for them: nobody'),
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
