import { table, useWords } from '@/words';

const words = table(
  {
    title: '我家',
    me: '（我）',
    unbind: '这个账号不再绑定我家',
    unbindAsk: '解除以后，这个账号看不到您家的任何内容。要用时请网格员重新绑定。',
    unbindYes: '确认解除',
    keep: '先不解除',
    menu: { leave: '我要离开', tip: '有人回来了，告诉社区', mandates: '家人代办', outbox: '没发出去的' },
  },
  {
    title: 'My household',
    me: ' (me)',
    unbind: 'Take this account away from my home',
    unbindAsk: 'This account will see nothing of your household any more. Your grid worker can add it again.',
    unbindYes: 'Take it away',
    keep: 'Keep it',
    menu: {
      leave: 'I am leaving',
      tip: 'Somebody came back',
      mandates: 'Who may act for us',
      outbox: 'Not sent yet',
    },
  },
);
export const useMineWords = () => useWords(words);
