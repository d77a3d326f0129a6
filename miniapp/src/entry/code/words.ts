import { table, useWords } from '@/words';

const words = table(
  {
    phone: '手机号',
    code: '短信里的 6 位数字',
    ask: '获取验证码',
    again: (seconds: number) => `${seconds} 秒后可以再发`,
    asked: '验证码已发出，5 分钟内有效',
    tooMany: (hours: number) =>
      hours > 1 ? `今天发得太多了，请 ${hours} 小时后再试，或打社区电话` : '发得太勤了，请过一会儿再试',
    phoneWay: '用手机号登录',
    backWay: '换一种登录方式',
    demoPage: '看演示里的短信',
  },
  {
    phone: 'Telephone',
    code: 'The 6 digits of the message',
    ask: 'Send me a code',
    again: (seconds: number) => `Another in ${seconds} s`,
    asked: 'Sent; it is good for 5 minutes',
    tooMany: (hours: number) =>
      hours > 1 ? `Too many today; try in ${hours} hours or call the community` : 'Too often; try in a while',
    phoneWay: 'Sign in by telephone',
    backWay: 'Another way to sign in',
    demoPage: 'Messages of the demo',
  },
);
export const useCodeWords = () => useWords(words);
