import type { SkipReason, SlipKind } from '@shared/accounts/slipsContract';
import { table, useWords } from '@/words';

const zhReasons: Record<SkipReason, string> = {
  keptElsewhere: '还属于别的社区，请让系统管理员来办',
  resident: '也住在本社区，用手机验证码就能登录',
  headOnly: '办公室的人要由负责人来办',
  noPhone: '没有登记手机号',
  loginTaken: '这个手机号另有一个账号在用',
  movedOn: '刚刚已由别人办了',
};
const enReasons: Record<SkipReason, string> = {
  keptElsewhere: 'also belongs to another community; ask the operator',
  resident: 'also lives here and signs in by a code on the telephone',
  headOnly: 'of the office; its head does this',
  noPhone: 'has no telephone here',
  loginTaken: 'another account uses this telephone',
  movedOn: 'somebody else has just done it',
};

const words = table(
  {
    title: '打印密码条',
    intro: '每人一张，剪开交给本人。拿着它用手机号登录，第一次进来要换成自己的密码。',
    once: '密码只在这一页显示一次，请准备好打印机再做。',
    whom: '给谁做',
    kinds: {
      none: (n: number) => `还不能登录的 ${n} 人`,
      oneTime: (n: number) => `拿了密码条还没登录的 ${n} 人`,
    } satisfies Record<SlipKind, (n: number) => string>,
    replaces: '重做以后，他们手里原来的密码条就不能用了。',
    make: (n: number) => `做 ${n} 张密码条`,
    nobody: '每个人都已经登录过，或有自己的密码了',
    onlyBrowser: '请在电脑浏览器里打开社区办公室再打印',
    making: (done: number, all: number) => (all ? `正在做 ${done} / ${all}…` : '正在做…'),
    broken: (done: number) => (done ? `已做好的 ${done} 张在下面。` : ''),
    goOn: '接着做',
    made: (n: number) => `做好了 ${n} 张`,
    keep: '离开这一页就不再显示，请现在打印。没打好的，可以回来重做。',
    print: '打印',
    skipped: (n: number) => `有 ${n} 人没有做`,
    reasons: zhReasons,
    leaving: '离开以后，这些密码不再显示。都打印好了吗？',
    stay: '留在这一页',
    leave: '打印好了，离开',
    community: (name: string) => `${name} 工作人员`,
    phone: '登录手机号',
    code: '一次性密码',
    until: (day: string) => `${day} 前有效`,
    steps: (address: string) => [
      `手机扫码，或在浏览器打开 ${address}，点“工作人员账号登录”`,
      '填手机号和一次性密码，再换成自己的密码',
    ],
    qr: '登录页的二维码',
  },
  {
    title: 'Print the slips',
    intro:
      'One for each person, to be cut and handed over. It lets them in by their telephone; then they choose a password.',
    once: 'The passwords are shown on this page once. Have the printer ready.',
    whom: 'For whom',
    kinds: {
      none: (n: number) => `${n} who cannot sign in yet`,
      oneTime: (n: number) => `${n} who have a slip and have not used it`,
    } satisfies Record<SlipKind, (n: number) => string>,
    replaces: 'The slips they have now will stop working.',
    make: (n: number) => `Make ${n} slips`,
    nobody: 'Everybody has signed in or has a password',
    onlyBrowser: 'Open the office in a browser on a computer to print',
    making: (done: number, all: number) => (all ? `Making ${done} of ${all}…` : 'Making…'),
    broken: (done: number) => (done ? `The ${done} that are made stand below.` : ''),
    goOn: 'Go on',
    made: (n: number) => `${n} slips are made`,
    keep: 'They are not shown again once you leave: print now. What is spoiled can be made again.',
    print: 'Print',
    skipped: (n: number) => `${n} were passed over`,
    reasons: enReasons,
    leaving: 'These passwords will not be shown again. Are all printed?',
    stay: 'Stay here',
    leave: 'Printed, leave',
    community: (name: string) => `${name}, staff`,
    phone: 'Telephone to sign in with',
    code: 'One-time password',
    until: (day: string) => `Use it before ${day}`,
    steps: (address: string) => [
      `Scan, or open ${address} in a browser and tap “Staff: sign in by password”`,
      'Fill in telephone and one-time password, then choose your own',
    ],
    qr: 'Code of the sign-in page',
  },
);
export const useSlipWords = () => useWords(words);
