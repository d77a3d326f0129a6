import type { PaymentAction, PaymentState } from '@shared/requests/paymentLife';
import { table, useWords } from '@/words';

const words = table(
  {
    heading: '垫的钱',
    states: {
      owed: '还没结',
      settled: '说是还了，等确认',
      confirmed: '结清了',
      disputed: '对不上',
      waived: '社区付',
    } as Record<PaymentState, string>,
    laidOut: (name: string, at: string) => `${name} ${at} 垫的`,
    methods: { cash: '现金', wechat: '微信' },
    settledBy: (method: string, name: string, at: string) => `${method}，${name} ${at} 记的`,
    settle: { cash: '现金收了', wechat: '微信收了' },
    asks: (yuan: string) => `${yuan} 已经还了，对吗？`,
    does: { confirm: '对，还了', object: '不对', waive: '社区付' } as Record<
      Exclude<PaymentAction, 'settle'>,
      string
    >,
    why: { object: '哪里不对', waive: '为什么社区付' },
    save: '告诉网格员',
    waive: '记下，社区付',
    back: '先不',
    title: '垫的钱',
    total: (yuan: string) => `还没结清 ${yuan}`,
    none: '垫的钱都结清了',
    all: (yuan: string) => `这一户一共 ${yuan}`,
    waits: '等住户确认',
    refused: (n: number) => `有 ${n} 笔别人先记了，请再看一下`,
    not: '钱在线下给，这里只记账。',
  },
  {
    heading: 'Money laid out',
    states: {
      owed: 'not given back',
      settled: 'said to be given back, to be confirmed',
      confirmed: 'settled',
      disputed: 'disputed',
      waived: 'the community pays',
    },
    laidOut: (name: string, at: string) => `laid out by ${name} ${at}`,
    methods: { cash: 'cash', wechat: 'WeChat' },
    settledBy: (method: string, name: string, at: string) => `${method}, written down by ${name} ${at}`,
    settle: { cash: 'Got it in cash', wechat: 'Got it by WeChat' },
    asks: (yuan: string) => `${yuan} was given back: is that right?`,
    does: { confirm: 'Yes, it was', object: 'No', waive: 'The community pays' },
    why: { object: 'What is wrong', waive: 'Why the community pays' },
    save: 'Tell the worker',
    waive: 'Write down',
    back: 'Not now',
    title: 'Money laid out',
    total: (yuan: string) => `${yuan} not settled`,
    none: 'Everything is settled',
    all: (yuan: string) => `${yuan} of this household`,
    waits: 'to be confirmed',
    refused: (n: number) => `${n} written down by somebody else meanwhile; look again`,
    not: 'Money changes hands outside; this only keeps account.',
  },
);
export const useMoneyWords = () => useWords(words);
