import { table, useWords } from '@/words';

const words = table(
  {
    title: '绑定我的家',
    who: '先说说您是谁',
    wechat: '用微信登录',
    enter: '下一步',
    last4: { document: '证件号码后四位', phone: '登记电话的后四位' },
    last4Help: '工作人员刚才给您看的码，是给这一位住户的',
    confirm: '确认',
    wrong: (left: number) =>
      left ? `对不上，还可以试 ${left} 次` : '对不上，这个码已作废，请工作人员再出一个',
    ended: '这个码用过了或已失效，请工作人员再出一个',
    community: '社区',
    which: '您家在哪里',
    roster: '填您在社区登记的手机号',
    rosterHelp: '号码和登记的一致，才会收到验证码。换过号码：请网格员来帮您绑定。',
    chooseDoor: '先选好门牌',
    done: (door: string) => `已绑定 ${door}`,
    doneHelp: '现在可以替全家登记、上报和找人帮忙。',
    home: '回首页',
  },
  {
    title: 'Add my home',
    who: 'First, who are you',
    wechat: 'Sign in with WeChat',
    enter: 'Next',
    last4: { document: 'Last four of your document', phone: 'Last four of the telephone on file' },
    last4Help: 'The code that staff showed you is for this one resident',
    confirm: 'Confirm',
    wrong: (left: number) =>
      left ? `That is not it; ${left} more to try` : 'That is not it; ask staff for a new code',
    ended: 'This code was used or has ended; ask staff for a new one',
    community: 'Community',
    which: 'Where do you live',
    roster: 'Your telephone on file with the community',
    rosterHelp: 'A code comes only to the number on file. A new number: your grid worker can add this phone.',
    chooseDoor: 'Choose the door first',
    done: (door: string) => `You belong to ${door}`,
    doneHelp: 'You can now declare, report and ask for help for the whole family.',
    home: 'Home',
  },
);
export const useBindWords = () => useWords(words);
