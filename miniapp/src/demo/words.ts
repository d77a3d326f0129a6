import type { MessageState, MessageTemplate } from '@shared/notices/contract';
import { dayIn, table, useWords } from '@/words';

type Params = Record<string, string>;
const zhTexts: Record<MessageTemplate, (params: Params) => string> = {
  signInCode: ({ code }) => `【暖邻】登录验证码 ${code}，5 分钟内有效，请勿告诉他人。`,
  bindingCode: ({ code }) => `【暖邻】绑定验证码 ${code}，5 分钟内有效，请勿告诉他人。`,
  mandateGiven: ({ door, until = '' }) =>
    `【暖邻】${door} 请您代办，到 ${dayIn.zh(until)}为止。用这个手机号登录暖邻即可；不愿意可以随时退出。`,
  crisis: ({ door }) =>
    `【暖邻】${door} 有人需要马上帮助，请马上登录暖邻查看并打电话。（夜里同样会打语音电话）`,
  fever: ({ door }) => `【暖邻】${door} 有人发热，请马上登录暖邻查看并打电话。（夜里同样会打语音电话）`,
};
const enTexts: Record<MessageTemplate, (params: Params) => string> = {
  signInCode: ({ code }) => `[Nuanlin] Your sign-in code is ${code}, good for 5 minutes. Tell nobody.`,
  bindingCode: ({ code }) =>
    `[Nuanlin] Your code to add your home is ${code}, good for 5 minutes. Tell nobody.`,
  mandateGiven: ({ door, until = '' }) =>
    `[Nuanlin] ${door} asks you to act for them until ${dayIn.en(until)}. Sign in with this telephone; you may stop at any time.`,
  crisis: ({ door }) =>
    `[Nuanlin] ${door}: somebody needs help at once. Sign in to Nuanlin and call. (A voice call at night, too.)`,
  fever: ({ door }) =>
    `[Nuanlin] ${door}: a fever. Sign in to Nuanlin at once and call. (A voice call at night, too.)`,
};
const zhStates: Record<MessageState, string> = {
  waiting: '等发送',
  sending: '发送中',
  sent: '已发出',
  refused: '被退回',
  expired: '过期未发',
  withheld: '',
};
const enStates: Record<MessageState, string> = {
  waiting: 'waiting',
  sending: 'sending',
  sent: 'sent',
  refused: 'refused',
  expired: 'expired',
  withheld: '',
};

const words = table(
  {
    title: '演示：短信和时钟',
    what: '这里没有真的短信。本来要发到手机上的，都在下面。',
    clock: '现在是',
    forward: '把时钟往前拨',
    steps: { hour: '1 小时', day: '1 天', night: '到今晚 22:05', morning: '到明早 6:00' },
    messages: '发出的短信',
    none: '还没有短信',
    texts: zhTexts,
    states: zhStates,
  },
  {
    title: 'Demo: messages and clock',
    what: 'No message is really sent. What would have gone to telephones is below.',
    clock: 'It is now',
    forward: 'Move the clock on',
    steps: { hour: '1 hour', day: '1 day', night: 'to 22:05 tonight', morning: 'to 6:00 tomorrow' },
    messages: 'Messages',
    none: 'No message yet',
    texts: enTexts,
    states: enStates,
  },
);
export const useDemoWords = () => useWords(words);
