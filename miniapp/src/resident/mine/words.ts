import { table, useWords } from '@/words';

const words = table(
  {
    title: '我家',
    me: '（我）',
    unbind: '这个账号不再绑定我家',
    unbindAsk: '解除以后，这个账号看不到您家的任何内容。要用时请网格员重新绑定。',
    unbindYes: '确认解除',
    keep: '先不解除',
    whose: '看谁的资料',
    isOpen: '家里人能看到我的体温',
    isClosed: '家里人看不到我的体温',
    staffSee: '网格员和卫生站照样看得到，好照顾您。',
    closeIt: '不给家里人看',
    openIt: '给家里人看',
    menu: {
      notices: '消息',
      accessLog: '谁看过我的资料',
      mandates: '家人代办',
      outbox: '没发出去的',
      leave: '我要离开',
      tip: '有人回来了，告诉社区',
    },
  },
  {
    title: 'My household',
    me: ' (me)',
    unbind: 'Take this account away from my home',
    unbindAsk: 'This account will see nothing of your household any more. Your grid worker can add it again.',
    unbindYes: 'Take it away',
    keep: 'Keep it',
    whose: 'Whose data',
    isOpen: 'My household sees my temperatures',
    isClosed: 'My household does not see my temperatures',
    staffSee: 'Your grid worker and the health station still do.',
    closeIt: 'Hide them from my household',
    openIt: 'Show them to my household',
    menu: {
      notices: 'Messages',
      accessLog: 'Who looked at my data',
      mandates: 'Who may act for us',
      outbox: 'Not sent yet',
      leave: 'I am leaving',
      tip: 'Somebody came back',
    },
  },
);
export const useMineWords = () => useWords(words);
